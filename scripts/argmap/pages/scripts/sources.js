// Narrows the list of sources without leaving the page.
const filters = document.querySelector(".filters")
if (filters) {
  const { say } = wordsOf(filters)
  const status = filters.querySelector("[role=status]")
  const narrow = () => {
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
    for (const list of all(".listed")) {
      const empty = all(".source", list).every((source) => source.hidden)
      for (let part = list; part && part.hidden !== empty; part = part.matches("h2") ? null : part.previousElementSibling) part.hidden = empty
    }
    status.textContent = say("shown", { n: shown })
  }
  filters.addEventListener("change", narrow)
  // On the way back to the page its choices may be there before anybody changes one.
  addEventListener("pageshow", () => all("select", filters).some((choice) => choice.value) && narrow())
}
