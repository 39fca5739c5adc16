// A reader's doubts: chosen here, kept in the address, followed through the argument by evaluate.js, shown in lists and
// in maps. The page holds every single doubt's outcome without it. `all`, `make` and `copier` are those of site.js.

import { evaluate } from "./evaluate.js"

const LEFT = { unsupported: "no longer supported", weakened: "weakened", stands: "untouched", doubted: "doubted by you" }
const SIGNS = { unsupported: "○", weakened: "◐", stands: "●", doubted: "✕" }
const tool = document.querySelector(".what-if")
const boxes = all(".argmap .box[id]")
const rows = all(".doubts tbody tr").map((row) => ({ row, link: row.querySelector("[data-reject], [data-accept]") }))
const links = new Map(rows.map(({ link }) => [link.dataset.reject ?? link.dataset.accept, link]))

const page = new URL("../../what-if/", import.meta.url)
const graph = await (await fetch(new URL("graph.json", page))).json()
const ids = { reject: new Set(graph.claims.map(([claim]) => claim)), accept: new Set(Object.keys(graph.objections)) }
// Lists keep the article's order, which is that of the table.
const claims = links.size ? [...links.keys()].filter((id) => ids.reject.has(id)) : [...ids.reject]

const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`
const listed = (search, name) => (new URLSearchParams(search).get(name) ?? "").split(".").filter(Boolean)

// A view is what is doubted and what is accepted; what the map does not know is kept apart, to be named.
const viewIn = (search, suffix = "") => {
  const view = { unknown: [] }
  for (const name of ["reject", "accept"]) {
    const wanted = [...new Set(listed(search, name + suffix))]
    view[name] = wanted.filter((id) => ids[name].has(id))
    view.unknown.push(...wanted.filter((id) => !ids[name].has(id)))
  }
  return view
}
const searchOf = (view, other) => {
  const parts = [["reject", view.reject], ["accept", view.accept], ["reject2", other?.reject], ["accept2", other?.accept]]
  const filled = parts.filter(([, wanted]) => wanted?.length).map(([name, wanted]) => `${name}=${wanted.join(".")}`)
  return filled.length ? `?${filled.join("&")}` : ""
}
const outcome = (view) => {
  const values = evaluate(graph, view.reject, view.accept)
  for (const doubted of [...view.reject, ...view.accept.map((objection) => graph.objections[objection])]) {
    if (values.has(doubted)) values.set(doubted, "doubted")
  }
  return values
}
const isEmpty = (view) => !view.reject.length && !view.accept.length

let view, other
const go = (next, compared = other) => {
  history.pushState(null, "", location.pathname + searchOf(next, compared))
  show()
}

function show() {
  view = viewIn(location.search)
  other = viewIn(location.search, "2")
  if (isEmpty(other)) other = undefined
  const values = outcome(view)
  tool.hidden = !links.size && isEmpty(view)
  announce(values)
  draw(values)
  if (links.size) {
    for (const { link, box } of rows) box.checked = [...view.reject, ...view.accept].includes(link.dataset.reject ?? link.dataset.accept)
    tool.querySelector(".in-maps").href = new URL(`../map/${location.search}`, page)
    list(values)
    compare(values)
  }
}

function announce(values) {
  const number = (wanted) => [...values.values()].filter((value) => value === wanted).length
  const { main, pivot } = tool.dataset
  const doubts = `${count(view.reject.length, "claim")} doubted, ${count(view.accept.length, "objection")} accepted`
  const ends = `The main conclusion is ${LEFT[values.get(main)]}${pivot === main ? "" : `, the pivot ${LEFT[values.get(pivot)]}`}.`
  tool.querySelector(".verdict").textContent = isEmpty(view)
    ? "Nothing is doubted yet. Tick claims and objections in the tables, or begin with one of the doubts below."
    : `${doubts}: ${count(number("unsupported"), "claim")} no longer supported by this argument, ` +
      `${number("weakened")} weakened, ${number("stands")} untouched. ${ends}`
  const unknown = [...view.unknown, ...(other?.unknown ?? [])].map((id) => {
    const now = Object.hasOwn(graph.retired, id) && graph.retired[id]
    return now === false ? id : `${id} (given up${now && `; now ${now}`})`
  })
  tool.querySelector(".left-out").textContent = unknown.length ? `Not in this map, and left out: ${unknown.join(", ")}.` : ""
}

function draw(values) {
  for (const box of boxes) {
    const value = isEmpty(view) ? "" : values.get(box.id.split("--").pop())
    box.dataset.left = value
    box.querySelector(".left")?.remove()
    if (value) box.prepend(make("small", { className: "left", textContent: `${SIGNS[value]} ${LEFT[value]}` }))
  }
}

function list(values) {
  const entry = (id) => make("li", {}, make("a", { href: links.get(id).href, textContent: links.get(id).textContent }))
  const objections = view.accept.map((id) => make("li", {}, "accepted: ", ...entry(id).childNodes))
  const lists = Object.entries({
    doubted: "Doubted by you", unsupported: "No longer supported by this argument", weakened: "Weakened", stands: "Untouched",
  }).map(([value, title]) => {
    const found = claims.filter((claim) => values.get(claim) === value).map(entry)
    const heading = `${title} (${found.length})`
    const entries = make("ul", {}, ...found, ...(value === "doubted" ? objections : []))
    return value === "stands"
      ? make("details", { className: "key" }, make("summary", { textContent: heading }), entries)
      : make("section", {}, make("h2", { textContent: heading }), entries)
  })
  tool.querySelector(".results").replaceChildren(...(isEmpty(view) ? [] : lists))
}

// What two views make different: exactly the claims of which they do not say the same.
function compare(values) {
  const difference = tool.querySelector(".difference")
  difference.replaceChildren()
  if (!other) return
  const others = outcome(other)
  const apart = claims.filter((claim) => values.get(claim) !== others.get(claim))
  const doubted = (of) => [...of.reject, ...of.accept].map((id) => links.get(id).textContent).join("; ") || "nothing"
  difference.append(
    make("h2", { textContent: `Two views apart (${apart.length})` }),
    make("p", { textContent: `This view doubts or accepts: ${doubted(view)}. The other: ${doubted(other)}.` }),
    make("ul", {}, ...apart.map((claim) => make("li", {},
      make("a", { href: links.get(claim).href, textContent: links.get(claim).textContent }),
      `: ${LEFT[values.get(claim)]} in this view, ${LEFT[others.get(claim)]} in the other`))))
  if (!apart.length) difference.append(make("p", { textContent: "Both leave every claim as the other does." }))
}

function prepare() {
  for (const entry of rows) {
    const { reject, accept } = entry.link.dataset
    entry.box = make("input", { type: "checkbox", ariaLabel: `${reject ? "Doubt" : "Accept"}: ${entry.link.textContent}` })
    entry.box.addEventListener("change", () => {
      const [name, id] = reject ? ["reject", reject] : ["accept", accept]
      const kept = view[name].filter((chosen) => chosen !== id)
      go({ ...view, [name]: entry.box.checked ? [...kept, id] : kept })
    })
    entry.link.before(entry.box, " ")
  }
  for (const table of all(".doubts")) {
    const search = make("input", { type: "search" })
    search.addEventListener("input", () => {
      const wanted = search.value.toLowerCase()
      for (const row of all("tbody tr", table)) row.hidden = !row.textContent.toLowerCase().includes(wanted)
    })
    table.before(make("p", { className: "copy" }, make("label", {}, "Find in this table ", search)))
  }
  const button = (name, act) => {
    const made = make("button", { type: "button", textContent: name })
    made.addEventListener("click", act)
    return made
  }
  const address = make("input", { type: "url" })
  address.addEventListener("change", () => URL.canParse(address.value) && go(view, viewIn(new URL(address.value).search)))
  tool.querySelector(".copy").append(
    button("Doubt nothing", () => go({ reject: [], accept: [] })),
    ...copier("Copy the address of this view", () => location.href, tool.querySelector(".verdict")),
    button("Keep this view to compare with", () => go(view, view)),
    button("Compare no longer", () => go(view, null)),
    make("label", {}, "or compare with the address of another view ", address),
    make("a", { className: "in-maps", textContent: "See it in all maps" }))
}

if (links.size) prepare()
show()
addEventListener("popstate", show)
