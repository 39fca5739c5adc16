// The theme puts a preview away when pointer and focus have moved on; Esc has to do it too (WCAG 2.2, 1.4.13).
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return
  for (const card of document.querySelectorAll(".md-tooltip2[role=dialog]")) {
    // An element that is removed is never left: without this, the theme would believe the pointer still inside.
    card.dispatchEvent(new MouseEvent("mouseleave"))
    card.remove()
  }
})

// Narrows the list of sources without leaving the page; without scripts the list is simply whole.
const filters = document.querySelector(".filters")
if (filters) {
  const status = filters.querySelector("[role=status]")
  const narrow = () => {
    const wanted = [...filters.querySelectorAll("select")].map((choice) => choice.value).filter(Boolean)
    let shown = 0
    for (const source of document.querySelectorAll(".source")) {
      const findings = [...source.querySelectorAll(".finding")]
      for (const finding of findings) finding.hidden = !wanted.every((word) => finding.classList.contains(word))
      source.hidden = findings.every((finding) => finding.hidden)
      shown += findings.filter((finding) => !finding.hidden).length
    }
    status.textContent = `${shown} findings shown`
  }
  filters.addEventListener("change", narrow)
  filters.hidden = false
}
