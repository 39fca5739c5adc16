// The theme puts a preview away when pointer and focus have moved on; Esc has to do it too (WCAG 2.2, 1.4.13).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  for (const card of document.querySelectorAll(".md-tooltip2[role=dialog]")) {
    // An element that is removed is never left: without this, the theme would believe the pointer still inside.
    card.dispatchEvent(new MouseEvent("mouseleave"))
    card.remove()
  }
})
