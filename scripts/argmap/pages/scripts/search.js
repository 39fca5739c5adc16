// The theme fetches its whole search index with every page. Here that request waits until the reader turns to the
// search field; should the theme ever ask in another way, the index comes early again and nothing breaks.
const searching = new Promise((resolve) => {
  document.addEventListener("focusin", ({ target }) => target.closest(".md-search") && resolve())
})
const openRequest = XMLHttpRequest.prototype.open
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  // What the theme shows of a link's target it shows of addresses in the site map alone: see cards.js.
  openRequest.call(this, method, `${address}`.replace(/sitemap\.xml$/, "pages.xml"), ...rest)
  if (`${address}`.endsWith("/search_index.json")) {
    this.send = () => searching.then(() => XMLHttpRequest.prototype.send.call(this))
  }
}

// So with the worker that would search it: what the theme tells it early, it hears when it has come. The other publisher
// has a search of its own, which asks for nothing before it is opened.
const ThemeWorker = window.Worker
if (document.querySelector(".md-search__input")) window.Worker = class extends EventTarget {
  constructor(address, options) {
    super()
    if (!`${address}`.includes("/workers/search.")) return new ThemeWorker(address, options)
    this.worker = searching.then(() => {
      const worker = new ThemeWorker(address, options)
      worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }))
      return worker
    })
  }
  postMessage(message) {
    this.worker.then((worker) => worker.postMessage(message))
  }
}

// Every hit says what it is, told by its address; a page is also found under the anchor of its own heading.
const HITS = [
  [/claims\/[^/]+\/(#claim)?$/, "claim"], [/#(maps|every-source|objections-and-tensions|forecasts|unsaid|glossary|vocabulary)$/, "page"],
  [/^map\/#/, "map"],
  [/^article\/#p\d+s/, "sentence"], [/^article\/#p\d/, "paragraph"], [/^evidence\/sources\/#/, "source"],
  [/^objections\/#/, "objection"], [/^predictions\/#/, "forecast"], [/^assumptions\/#/, "unsaid"],
  [/^glossary\/#/, "word"], [/^about\/vocabulary\/#/, "word"],
]
const hitList = document.querySelector(".md-search-result__list")
if (hitList) {
  new MutationObserver(() => {
    for (const link of all("a.md-search-result__link:not([data-kind])", hitList)) {
      const { pathname, hash } = new URL(link.href)
      const path = pathname.slice(root.pathname.length) + hash
      link.dataset.kind = (HITS.find(([address]) => address.test(path)) ?? [null, "page"])[1]
      link.querySelector("h1, h2")?.prepend(make("small", { className: "kind", textContent: SAID[link.dataset.kind] }), " ")
    }
  }).observe(hitList, { childList: true, subtree: true })
}
