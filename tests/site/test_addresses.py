"""Addresses that were published once keep leading to what they named."""

import pytest
from tests.addresses import addresses_of, listed_addresses
from tests.site.published import PublishedSite
from tests.this_map import DATA, IS_WHOLE

pytestmark = pytest.mark.skipif(not IS_WHOLE, reason="a draft has published no address")


def test_the_list_of_published_addresses_is_complete_and_sorted() -> None:
    listed = listed_addresses()
    assert sorted({*listed, *addresses_of(DATA)}) == listed, "new addresses: `make bless` lists them"


def test_every_published_address_still_resolves(mkdocs_site: PublishedSite) -> None:
    retired = {retirement.id for retirement in mkdocs_site.map.retired.retired}
    ids = {path: {element["id"] for element in page.select("[id]")} for path, page in mkdocs_site.parsed.items()}

    def resolves(address: str) -> bool:
        page, _, anchor = address.removeprefix("/").partition("#")
        if anchor in retired:
            return f"claims/{anchor}/" in ids
        if not anchor and (mkdocs_site.folder / page).is_file():
            return True
        return page in ids and (not anchor or anchor in ids[page])

    assert [address for address in listed_addresses() if not resolves(address)] == []
