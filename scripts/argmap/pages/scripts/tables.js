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
