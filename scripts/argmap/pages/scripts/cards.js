// What the theme shows of a link's target it shows of addresses in the site map alone, which only fit where the site was
// meant to be: it gets the list of pages instead, whose addresses are seen from here.
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
