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
