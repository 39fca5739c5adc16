// The picture of the whole case is one Tab stop too: Right goes to what holds a block up, Left to what it holds up.
for (const picture of all(".case")) {
  const blocks = all("li > a:first-child", picture)
  const stopAt = (block) => {
    for (const other of all("li > a", picture)) other.tabIndex = other === block ? 0 : -1
  }
  const first = (entry) => entry?.querySelector(":scope > a")
  const ways = {
    // What is not drawn has a link beside the block that it holds up.
    ArrowRight: (entry) => first(entry.querySelector(":scope > ul > li")) ?? entry.querySelector(":scope > .hidden-beneath"),
    ArrowLeft: (entry, from) => (from === first(entry) ? first(entry.parentElement.closest("li")) : first(entry)),
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
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const next = event.target.matches("li > a") && ways[event.key]?.(event.target.closest("li"), event.target)
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
