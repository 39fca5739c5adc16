// What an address names inside something folded, or right before it, is unfolded.
const unfold = () => {
  const named = location.hash && document.getElementById(readable(location.hash.slice(1)))
  const folded = named && (named.closest("details") ?? (named.nextElementSibling?.matches("details") ? named.nextElementSibling : null))
  if (!folded || folded.open) return
  folded.open = true
  named.scrollIntoView()
}
unfold()
addEventListener("hashchange", unfold)
