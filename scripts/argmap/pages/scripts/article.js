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
