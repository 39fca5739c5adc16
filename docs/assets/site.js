// What only a script can do; every page is complete without it. Runs before the theme's own script.

const root = new URL("../", document.currentScript.src)
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// The words of a tool stand on its element, each text whole or in the forms that the language has for numbers `n`.
// `pieces` fills in its {placeholders}, with links too; `say` makes one text of them.
const language = document.documentElement.lang
const category = new Intl.PluralRules(language)
const wordsOf = (tool) => {
  const texts = JSON.parse(tool.dataset.wording)
  const pieces = (key, values = {}) => {
    const text = texts[key].other ? texts[key][category.select(values.n)] : texts[key]
    return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? values[part] : part))
  }
  return { pieces, say: (key, values) => pieces(key, values).join("") }
}

// The theme fetches its whole search index with every page. Here that request waits until the reader turns to the
// search field; should the theme ever ask in another way, the index comes early again and nothing breaks. What it shows
// of a link's target it shows of addresses in the site map alone, which only fit where the site was meant to be: it
// gets the list of pages instead, whose addresses are seen from here.
const searching = new Promise((resolve) => {
  document.addEventListener("focusin", ({ target }) => target.closest(".md-search") && resolve())
})
const openRequest = XMLHttpRequest.prototype.open
XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  openRequest.call(this, method, `${address}`.replace(/sitemap\.xml$/, "pages.xml"), ...rest)
  if (`${address}`.endsWith("/search_index.json")) {
    this.send = () => searching.then(() => XMLHttpRequest.prototype.send.call(this))
  }
}

const parse = DOMParser.prototype.parseFromString
DOMParser.prototype.parseFromString = function (...of) {
  const parsed = parse.apply(this, of)
  for (const place of all("url > loc", parsed)) place.textContent = new URL(place.textContent, root)
  return parsed
}

// The theme puts a preview away when pointer and focus have moved on; Esc has to do it too (WCAG 2.2, 1.4.13).
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return
  for (const card of all(".md-tooltip2[role=dialog]")) {
    // An element that is removed is never left: without this, the theme would believe the pointer still inside.
    card.dispatchEvent(new MouseEvent("mouseleave"))
    card.remove()
  }
})

// A map is one Tab stop. Inside it the arrow keys follow the edges: Right to the first reason, Left to what is supported,
// Up and Down along what hangs from the same claim or step, Home to the conclusion.
for (const map of all(".argmap")) {
  const links = all("a", map)
  // The claim or the step from which a link hangs; the conclusion hangs from nothing.
  const above = (link) => {
    const entry = link.closest("li")
    return link.matches(".box, .chip:not(.beside-objection), .because") ? entry.parentElement.closest(".node") : entry.closest(".node")
  }
  const isClaim = (link) => link.matches(".box, .chip:not(.beside-objection)")
  const beside = (link, step) => {
    const column = links.filter((other) => above(other) === above(link) && isClaim(other) === isClaim(link))
    return column[column.indexOf(link) + step]
  }
  const ways = {
    // Over the first of the claims stand the steps and the objections, one by one.
    ArrowUp: (link) => beside(link, -1) ?? (isClaim(link) && links.findLast((other) => above(other) === above(link) && !isClaim(other))),
    ArrowDown: (link) => beside(link, 1) ?? (!isClaim(link) && links.find((other) => above(other) === above(link) && isClaim(other))),
    ArrowLeft: (link) => above(link)?.querySelector("a"),
    ArrowRight: (link) => links.find((other) => other !== link && isClaim(other) && (link.matches(".because")
      ? link.closest("li").contains(other)
      : isClaim(link) && above(other) === link.closest("li"))) ?? links.find((other) => above(other) === link.closest("li") && other !== link),
    Home: () => links[0],
  }
  const stopAt = (link) => {
    for (const other of links) other.tabIndex = other === link ? 0 : -1
  }
  stopAt(map.querySelector(".here") ?? links[0])
  map.addEventListener("focusin", ({ target }) => stopAt(target))
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = ways[event.key]?.(event.target)
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

// What an address names inside something folded, or right before it, is unfolded.
const unfold = () => {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const folded = named && (named.closest("details") ?? (named.nextElementSibling?.matches("details") ? named.nextElementSibling : null))
  if (!folded || folded.open) return
  folded.open = true
  named.scrollIntoView()
}
unfold()
addEventListener("hashchange", unfold)

// The picture of the whole case is one Tab stop too: Right goes to what holds a block up, Left to what it holds up.
for (const picture of all(".case")) {
  const blocks = all("li > a:first-child", picture)
  const stopAt = (block) => {
    for (const other of all("li > a", picture)) other.tabIndex = other === block ? 0 : -1
  }
  const first = (entry) => entry?.querySelector(":scope > a")
  const ways = {
    ArrowRight: (entry) => first(entry.querySelector(":scope > ul > li")),
    ArrowLeft: (entry) => first(entry.parentElement.closest("li")),
    ArrowUp: (entry) => first(entry.previousElementSibling),
    ArrowDown: (entry) => first(entry.nextElementSibling),
    Home: () => blocks[0],
  }
  stopAt(blocks[0])
  // On a narrow page the picture is a list, and what lies deep in it opens in place.
  for (const entry of picture.dataset.wording ? all("li li li:has(> ul)", picture) : []) {
    const opener = make("button", { type: "button", className: "opener", ariaLabel: wordsOf(picture).say("unfold", { claim: first(entry).firstChild.textContent }) })
    opener.ariaExpanded = false
    opener.addEventListener("click", () => (opener.ariaExpanded = entry.classList.toggle("open")))
    first(entry).after(opener)
  }
  picture.addEventListener("focusin", ({ target }) => target.matches("li > a") && stopAt(target))
  picture.addEventListener("keydown", (event) => {
    const next = event.target.matches("li > a") && ways[event.key]?.(event.target.closest("li"))
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

// Copying; where the browser forbids it, the text is marked so that the reader can copy it.
const copier = (say, name, text, shown, values) => {
  const status = make("span", { role: "status" })
  const button = make("button", { type: "button", textContent: say(name, values) })
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text())
      status.textContent = say("copied")
    } catch {
      getSelection().selectAllChildren(shown)
      status.textContent = say("marked")
    }
  })
  return [button, status]
}
for (const citation of all(".citation")) {
  const { say } = wordsOf(citation)
  const address = new URL(location.pathname, location).href
  const text = () => {
    const said = citation.textContent.trim()
    const date = new Date().toLocaleDateString(say("date-locale"), { day: "numeric", month: "long", year: "numeric" })
    return say(said.includes("http") ? "accessed" : "addressed", { citation: said, address, date })
  }
  for (const code of all("code", citation.nextElementSibling)) {
    const block = code.parentElement
    const notation = block.previousElementSibling.textContent
    block.before(...copier(say, "reference", () => code.textContent, code, { notation }))
  }
  const buttons = [...copier(say, "citation", text, citation)]
  if (citation.id === "cite-this") buttons.unshift(...copier(say, "link", () => address, citation))
  citation.after(make("p", { className: "copy" }, ...buttons))
}

// A sentence of the article and what rests on it show each other: under the pointer, at the focus, and when the address
// names the sentence.
for (const told of all(".told")) {
  const notes = all("[data-at]", told)
  const light = (anchors) => {
    for (const note of notes) note.classList.toggle("lit", note.dataset.at.split(" ").some((at) => anchors.includes(at)))
    for (const heading of all("h3", told)) heading.nextElementSibling.classList.toggle("lit", anchors.includes(heading.id))
  }
  const named = () => [location.hash.slice(1)]
  const under = ({ target }) => {
    const note = target.closest("[data-at]")
    const sentence = target.closest("h3, h3 + p")
    light(note?.dataset.at.split(" ") ?? (sentence ? [(sentence.matches("h3") ? sentence : sentence.previousElementSibling).id] : named()))
  }
  for (const event of ["pointerover", "focusin"]) told.addEventListener(event, under)
  told.addEventListener("pointerleave", () => light(named()))
  addEventListener("hashchange", () => light(named()))
  light(named())
}

// Narrows the list of sources without leaving the page.
const filters = document.querySelector(".filters")
if (filters) {
  const { say } = wordsOf(filters)
  const status = filters.querySelector("[role=status]")
  filters.addEventListener("change", () => {
    const wanted = all("select", filters).map((choice) => choice.value).filter(Boolean)
    let shown = 0
    for (const source of all(".source")) {
      const findings = all(".finding", source)
      for (const finding of findings) finding.hidden = !wanted.every((word) => finding.classList.contains(word))
      source.hidden = findings.every((finding) => finding.hidden)
      source.querySelector("details").open = wanted.length > 0 && !source.hidden
      shown += findings.filter((finding) => !finding.hidden).length
    }
    // A heading over nothing goes too, with what it says of its group.
    for (const heading of all("h2:has(~ .source)")) {
      const group = []
      for (let next = heading.nextElementSibling; next && !next.matches("h2, h3"); next = next.nextElementSibling) group.push(next)
      const empty = group.filter((part) => part.matches(".source")).every((source) => source.hidden)
      for (const part of [heading, ...group.filter((other) => !other.matches(".source"))]) part.hidden = empty
    }
    status.textContent = say("shown", { n: shown })
  })
}

// Sorts a table by the column whose heading is pressed, numbers as numbers and grades by the value that stands with them;
// once more turns it round.
for (const heading of all(".sortable th")) {
  const button = make("button", { type: "button", textContent: heading.textContent })
  button.addEventListener("click", () => {
    const rows = all("tbody tr", heading.closest("table"))
    const text = (row) => row.cells[heading.cellIndex].querySelector("data")?.value ?? row.cells[heading.cellIndex].textContent
    const turned = heading.ariaSort === "descending"
    rows.sort((one, other) => text(other).localeCompare(text(one), language, { numeric: true }) * (turned ? -1 : 1))
    for (const other of all("th", heading.parentElement)) other.removeAttribute("aria-sort")
    heading.ariaSort = turned ? "ascending" : "descending"
    rows[0].parentElement.append(...rows)
  })
  heading.replaceChildren(button)
}

// The normal form of a sentence, sign for sign that of scripts/argmap/text/words.py. Full case folding is what is left when
// a letter goes down, up and down again, but for the dotless i, and for Cherokee, whose letters fold to capitals.
const folded = (sign) => {
  if (sign === "ı") return sign
  return /\p{Script=Cherokee}/u.test(sign) ? sign.toUpperCase() : sign.toLowerCase().toUpperCase().toLowerCase()
}
const normal = (text) => [...text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKC")].map(folded).join("")
  .normalize("NFKC").replace(/(?:(?<![\p{L}\p{N}\p{M}])\p{M}+|[^\p{L}\p{N}\p{M}])+/gu, " ").trim()

// Finds a pasted sentence of the article by its fingerprint, or else by its first words, where a link quotes them and no
// other sentence has them.
const finder = document.querySelector(".finder")
if (finder) {
  const print = async (text) => {
    const bytes = await crypto.subtle?.digest("SHA-256", new TextEncoder().encode(normal(text)))
    return [...new Uint8Array(bytes ?? 0)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16)
  }
  // Letters of scripts without spaces stand apart, so that words are found inside a text.
  const apart = (text) => ` ${text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]\p{M}*/gu, " $& ")} `
    .replace(/ +/g, " ")
  // Whatever may end a sentence parts what was pasted; up to eight parts in a row may be one (“Mr. Smith met Dr. Jones.”).
  const parted = (text) => {
    const parts = text.split(/(?<=[.?!…।۔؟。！？;][\p{P}\d]*)(?=\s|[^\p{P}\d\s])|\n\s*\n/u)
    return parts.flatMap((_, at) => Array.from({ length: 8 }, (_, more) => parts.slice(at, at + more + 1).join("")))
  }
  const sentences = all("[data-print]").map((heading) => {
    const words = heading.nextElementSibling.querySelector("a.outside")?.href.split(":~:text=")[1].split(",") ?? [""]
    const first = words[0].endsWith("-") ? "" : normal(decodeURIComponent(words[0]))
    return { heading, first: apart(first), print: heading.dataset.print, place: heading.firstChild.data.trim() }
  })
  const { say } = wordsOf(finder)
  const status = finder.querySelector("[role=status]")
  finder.addEventListener("submit", (event) => event.preventDefault())
  finder.addEventListener("input", async () => {
    const pasted = finder.querySelector("textarea").value
    const prints = new Set(await Promise.all([...new Set([pasted, ...parted(pasted)])].map(print)))
    const text = apart(normal(pasted))
    const whole = sentences.filter(({ print }) => prints.has(print))
    const found = whole.length ? whole : sentences.filter(({ first }) => first.length > 12 && text.includes(first))
    status.replaceChildren(
      pasted.trim() && !found.length ? say("not-found") : "",
      ...found.flatMap(({ heading, place }) => [
        make("a", { href: `#${heading.id}`, textContent: place }), ` ${heading.nextElementSibling.firstChild.data}`,
        make("br")]))
    if (found.length === 1) found[0].heading.scrollIntoView()
  })
}

// Doubts: on their own page, and on maps and claims when the address holds any.
const doubts = document.querySelector(".what-if")
if (doubts && (!doubts.hidden || /reject|accept/.test(location.search))) {
  import("./what-if/what-if.js").catch((error) => {
    // Nothing can be ticked then, as over file://, from which browsers load no modules.
    doubts.querySelector(".verdict").textContent = wordsOf(doubts).say("not-loaded")
    doubts.hidden = false
    throw error
  })
}

// The page for addresses that lead nowhere names those that are spelt most like the one asked for.
const nearest = document.querySelector(".nearest")
if (nearest) {
  const readable = (path) => {
    try {
      return decodeURIComponent(path)
    } catch {
      return path // a percent sign that encodes nothing
    }
  }
  const last = (address) => readable(new URL(address, root).pathname).toLowerCase().split("/").filter(Boolean).pop() ?? ""
  const pairs = (word) => new Set(Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2)))
  const likeness = (one, other) => {
    const [a, b] = [pairs(one), pairs(other)]
    return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
  }
  const asked = last(location.href)
  fetch(new URL("pages.xml", root)).then((answer) => answer.text()).then((text) => {
    const known = all("loc", new DOMParser().parseFromString(text, "text/xml")).map((loc) => loc.textContent)
    const close = known.map((address) => [likeness(asked, last(address)), address])
      .filter(([like]) => like > 0.3).sort((a, b) => b[0] - a[0]).slice(0, 5)
    if (!close.length) return
    nearest.append(make("p", { textContent: "Did you mean" }), make("ul", {}, ...close.map(([, address]) =>
      make("li", {}, make("a", { href: address, textContent: last(address).replaceAll("-", " ") || "overview" })))))
  })
}
