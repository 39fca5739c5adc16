// A reader's doubts: chosen here, kept in the address, followed through the argument by evaluate.js, shown in lists and
// in maps. The page holds every single doubt's outcome without it. `all`, `make`, `wordsOf`, `copier` are those of site.js.

import { evaluate } from "./evaluate.js"

const SIGNS = { unsupported: "○", weakened: "◐", stands: "●", doubted: "✕", open: "↯" }
const tool = document.querySelector(".what-if")
const { say, pieces } = wordsOf(tool)
const nothingYet = tool.querySelector(".verdict").textContent
const boxes = all(".argmap .box[id]")
const blocks = new Map(all(".states .block").map((block) => [new URL(block.href).pathname.split("/").at(-2), block]))
const outcomes = document.querySelector(".outcome")
const docked = tool.matches(".dock")
const nearby = all(".nearby a:not(.objection)").map((link) => [link, new URL(link.href).pathname.split("/").at(-2)])
const objections = all(".argmap .objection").map((box) => [new URL(box.href).hash.slice(1), box])
const rows = all(".doubts tbody tr").map((row) => ({ row, link: row.querySelector("[data-reject], [data-accept]") }))
const links = new Map(rows.map(({ link }) => [link.dataset.reject ?? link.dataset.accept, link]))

const page = new URL("../../what-if/", import.meta.url)
const graph = await (await fetch(new URL("graph.json", page))).json()
const ids = { reject: new Set(graph.claims.map(([claim]) => claim)), accept: new Set(Object.keys(graph.objections)) }
// Lists keep the order of the table: what shakes most comes first.
const claims = links.size ? [...links.keys()].filter((id) => ids.reject.has(id)) : [...ids.reject]

// What is repeated adds up; an address that was copied out of a page's source may have its ampersands as `&amp;`.
const listed = (search, name) =>
  new URLSearchParams(search.replaceAll("&amp;", "&")).getAll(name).flatMap((ids) => ids.split(".")).filter(Boolean)

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
// The answered objections that these doubts leave without an answer, beside those that are accepted anyway.
const opened = (view, values) => Object.keys(graph.answers).filter((objection) =>
  !view.accept.includes(objection) && graph.answers[objection].every((answer) => isLost(values.get(answer))))
const isLost = (value) => value === "unsupported" || value === "doubted"
const isEmpty = (view) => !view.reject.length && !view.accept.length

let view, other
// Which question is asked and of which claims the reader is not sure; each view in the history has its own.
const asked = { question: 0, unsure: [] }
let ask = () => {}
let stop
const go = (next, compared = other) => {
  history.pushState({ ...asked }, "", location.pathname + searchOf(next, compared))
  show()
}

// Without doubts their button is gone, so the reader goes on from the heading.
function startAgain(focusing) {
  Object.assign(asked, { question: 0, unsure: [] })
  go({ reject: [], accept: [] }, null)
  const heading = document.querySelector("h1")
  heading.tabIndex = -1
  heading.focus(focusing)
}

function show() {
  view = viewIn(location.search)
  other = viewIn(location.search, "2")
  if (isEmpty(other)) other = undefined
  const values = outcome(view)
  tool.classList.toggle("idle", isEmpty(view))
  tool.hidden = docked && isEmpty(view) && !view.unknown.length
  announce(values)
  draw(values)
  if (links.size) {
    for (const { link, box } of rows) box.checked = [...view.reject, ...view.accept].includes(link.dataset.reject ?? link.dataset.accept)
    outcomes.classList.toggle("idle", isEmpty(view) && !other)
    stop.hidden = !other
    outcomes.querySelector(".in-maps").href = new URL(`../map/${location.search}`, page)
    list(values)
    compare(values)
    ask()
  }
}

function announce(values) {
  const number = (wanted) => claims.filter((claim) => values.get(claim) === wanted).length
  const { main, pivot } = tool.dataset
  const left = (claim) => {
    const value = values.get(claim)
    const reasons = Object.keys(graph.claims.find(([id]) => id === claim)[1])
    if (value !== "weakened") return say(value)
    const n = reasons.filter((argument) => values.get(argument) === "stands").length
    const open = opened(view, values).filter((objection) => graph.objections[objection] === claim).length
    const details = []
    if (n < reasons.length) details.push(
      reasons.length === 1 ? say("one-reason") : n ? say("of-reasons", { n, all: reasons.length }) : say("no-reason", { all: reasons.length }))
    if (open) details.push(say("opened", { n: open }))
    return say("in-detail", { left: say(value), details: details.join(say("semicolon")) })
  }
  const ends = { main: left(main), pivot: left(pivot) }
  const { here } = tool.dataset
  const about = here && here !== main && here !== pivot ? say("here", { left: left(here) }) : ""
  tool.querySelector(".verdict").textContent = isEmpty(view) ? nothingYet : say("verdict", {
    doubted: say("n-doubted", { n: view.reject.length }),
    accepted: say("n-accepted", { n: view.accept.length }),
    fallen: say("n-unsupported", { n: number("unsupported") }),
    shaken: say("n-weakened", { n: number("weakened") }),
    untouched: say("n-untouched", { n: number("stands") }),
    ends: [about, say(pivot === main ? "end" : "ends", ends)].filter(Boolean).join(" "),
  })
  const short = (id) => (id.length > 40 ? `${id.slice(0, 40)}…` : id)
  const unknown = [...view.unknown, ...(other?.unknown ?? [])].map((id) => {
    const now = Object.hasOwn(graph.retired, id) && graph.retired[id]
    return now === false ? short(id) : say(now ? "given-up-for" : "given-up", { id, now })
  })
  const ids = unknown.join(say("comma"))
  tool.querySelector(".left-out").textContent = ids && say("unknown", { ids })
}

function draw(values) {
  const open = new Set(opened(view, values))
  const left = (box) => values.get(box.id.split("--").pop())
  mark(boxes.map((box) => [box, isEmpty(view) ? "" : left(box)]))
  mark(nearby.map(([link, id]) => [link, isEmpty(view) || values.get(id) === "stands" ? "" : values.get(id)]))
  mark(objections.map(([id, box]) => [box, open.has(id) ? "open" : ""]))
  // Colours alone: what changes no size needs no new layout.
  for (const [id, block] of blocks) {
    const value = isEmpty(view) ? "" : values.get(id)
    block.dataset.left = value
    block.ariaDescription = value && say(value)
    block.ariaPressed = view.reject.includes(id)
  }
}

function mark(marks) {
  for (const [box, value] of marks) {
    box.dataset.left = value
    box.querySelector(".left")?.remove()
    if (value) box.prepend(make("small", { className: "left", textContent: `${SIGNS[value]} ${say(value)}` }))
  }
}

const button = (textContent, act) => {
  const made = make("button", { type: "button", textContent })
  made.addEventListener("click", act)
  return made
}
const linkTo = (id) => make("a", { href: links.get(id).href, textContent: links.get(id).textContent })

function list(values) {
  const entry = (id) => make("li", {}, linkTo(id))
  const accepted = view.accept.map((id) => make("li", {}, ...pieces("accepted", { objection: linkTo(id) })))
  const lists = ["doubted", "unsupported", "weakened", "stands"].map((value) => {
    const found = claims.filter((claim) => values.get(claim) === value)
    const heading = say(`list-${value}`, { n: found.length })
    if (value !== "stands") {
      const entries = make("ul", {}, ...found.map(entry), ...(value === "doubted" ? accepted : []))
      return make("section", {}, make("h2", { textContent: heading }), entries)
    }
    // Most of a large map is untouched: the long list is made for those who open it.
    const folded = make("details", { className: "key" }, make("summary", { textContent: heading }))
    folded.addEventListener("toggle", () => folded.append(make("ul", {}, ...found.map(entry))), { once: true })
    return folded
  })
  const open = opened(view, values).map(entry)
  if (open.length) lists.splice(-1, 0, make("section", {}, make("h2", { textContent: say("list-open", { n: open.length }) }), make("ul", {}, ...open)))
  outcomes.querySelector(".results").replaceChildren(...(isEmpty(view) ? [] : lists))
}

// What two views make different: exactly the claims of which they do not say the same.
function compare(values) {
  const difference = outcomes.querySelector(".difference")
  difference.replaceChildren()
  if (!other) return
  const others = outcome(other)
  const apart = claims.filter((claim) => values.get(claim) !== others.get(claim))
  const doubted = (of) => [...of.reject, ...of.accept].map((id) => links.get(id).textContent).join(say("semicolon")) || say("no-doubts")
  difference.append(
    make("h2", { textContent: say("apart", { n: apart.length }) }),
    make("p", { textContent: say("views", { these: doubted(view), those: doubted(other) }) }),
    make("ul", {}, ...apart.map((claim) => make("li", {}, ...pieces("difference", {
      claim: linkTo(claim), here: say(values.get(claim)), there: say(others.get(claim)),
    })))))
  if (!apart.length) difference.append(make("p", { textContent: say("alike") }))
}

function turn(name, id, on) {
  const kept = view[name].filter((chosen) => chosen !== id)
  go({ ...view, [name]: on ? [...kept, id] : kept })
}

function prepare() {
  for (const entry of rows) {
    const { reject, accept } = entry.link.dataset
    const name = say(reject ? "doubt" : "accept", { claim: entry.link.textContent })
    entry.box = make("input", { type: "checkbox", ariaLabel: name })
    entry.box.addEventListener("change", () => turn(reject ? "reject" : "accept", reject ?? accept, entry.box.checked))
    entry.link.before(entry.box, " ")
  }
  for (const [id, block] of blocks) {
    block.role = "button"
    block.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      turn("reject", id, !view.reject.includes(id))
    })
    block.addEventListener("keydown", (event) => event.key === " " && (event.preventDefault(), block.click()))
  }
  // What is tried is shown where the reader is, beside what will fall.
  for (const preset of all("a.try")) {
    const made = button(preset.textContent, () => go(viewIn(preset.search)))
    preset.replaceWith(Object.assign(made, { className: "try", ariaLabel: preset.ariaLabel }))
  }
  for (const table of all(".doubts")) {
    const search = make("input", { type: "search" })
    search.addEventListener("input", () => {
      const wanted = search.value.toLowerCase()
      for (const row of all("tbody tr", table)) row.hidden = !row.textContent.toLowerCase().includes(wanted)
    })
    table.before(make("p", { className: "copy" }, make("label", {}, `${say("find")} `, search)))
  }
  const address = make("input", { type: "url" })
  address.addEventListener("change", () => URL.canParse(address.value) && go(view, viewIn(new URL(address.value).search)))
  tool.append(make("p", { className: "again" }, button(say("reset"), () => startAgain({ preventScroll: true }))))
  stop = button(say("stop"), () => go(view, null))
  outcomes.querySelector(".copy").append(
    ...copier(say, "copy-view", () => location.href, tool.querySelector(".verdict")),
    button(say("keep"), () => go(view, view)),
    stop,
    make("label", {}, `${say("other-address")} `, address),
    make("a", { className: "in-maps", textContent: say("in-maps") }))
}

// Where the reader goes on among claims and maps, the doubts go along.
function dock() {
  const clear = button(say("clear"), () => startAgain())
  const edit = make("a", { textContent: say("edit") })
  tool.querySelector(".copy").append(clear, edit)
  for (const event of ["click", "auxclick"]) {
    document.addEventListener(event, ({ target }) => {
      const link = target.closest("a[href]")
      const within = link?.hash && link.pathname === location.pathname
      if (link && !within && link.origin === location.origin && /\/(claims|map)\/([^/]+\/)?$/.test(link.pathname)) link.search = searchOf(view)
      edit.href = new URL(searchOf(view), page)
    }, true)
  }
  edit.href = new URL(searchOf(viewIn(location.search)), page)
}

// One question at a time; what is answered with no is doubted, and at the end stands where reader and article part.
function part(asking) {
  const words = wordsOf(asking)
  const questions = all("li", asking)
  asking.classList.add("asked")
  const claimOf = (question) => question.querySelector("[data-asks]").dataset.asks
  const progress = make("div", { role: "status" })
  const answers = make("p", { className: "copy" })
  const { pieces } = words
  const listed = (ids) => ({ claims: make("ul", {}, ...ids.map((id) => make("li", {}, linkTo(id)))) })
  let told = ""
  ask = () => {
    // The history may be of a time when there were more questions.
    asked.question = Math.min(asked.question, questions.length)
    for (const [at, question] of questions.entries()) question.hidden = at !== asked.question
    const over = asked.question === questions.length
    const claims = questions.map(claimOf)
    const parted = claims.filter((id) => view.reject.includes(id))
    const unsure = claims.filter((id) => asked.unsure.includes(id) && !view.reject.includes(id))
    // What stays as it is is not announced again.
    const telling = JSON.stringify([asked.question, over && [parted, unsure]])
    if (telling !== told) progress.replaceChildren(...(over
      ? [
          ...(parted.length ? pieces("parted", listed(parted)) : []),
          ...(unsure.length ? pieces("left-unsure", listed(unsure)) : []),
          ...(parted.length || unsure.length ? [] : [words.say("never-parted")]),
        ]
      : [words.say("of-all", { n: asked.question + 1, all: questions.length })]))
    told = telling
    const held = answers.contains(document.activeElement)
    for (const choice of all("button", answers)) choice.hidden = over !== choice.matches(".again")
    if (held && !answers.contains(document.activeElement)) answers.querySelector("button:not([hidden])").focus()
  }
  const answer = (name, act) => {
    const made = button(name, act)
    answers.append(made)
    return made
  }
  const at = (question, unsure = asked.unsure) => {
    Object.assign(asked, { question, unsure })
    history.replaceState({ ...asked }, "")
    ask()
  }
  const answered = (doubts, isUnsure = false) => () => {
    const id = claimOf(questions[asked.question])
    const others = asked.unsure.filter((claim) => claim !== id)
    history.replaceState({ ...asked }, "")  // the way back leads to this question
    if (doubts !== view.reject.includes(id)) turn("reject", id, doubts)
    at(asked.question + 1, isUnsure ? [...others, id] : others)
  }
  answer(words.say("yes"), answered(false))
  answer(words.say("no"), answered(true))
  answer(words.say("unsure"), answered(false, true))
  answer(words.say("once-more"), () => at(0, [])).classList.add("again")
  asking.append(progress, answers)
  ask()
}

if (links.size) prepare()
if (docked) dock()
show()
// A reload and the way back and forth find the question that was asked.
const recall = () => Object.assign(asked, { question: 0, unsure: [], ...history.state })
recall()
addEventListener("popstate", () => {
  recall()
  show()
})
for (const asking of all(".part-ways")) part(asking)
