// The layers that the reader has switched off, before the first paint, so that nothing moves after it.
try {
  document.documentElement.dataset.off = localStorage.getItem('variorum:off') ?? '';
} catch {
  // Storage may be forbidden: every layer shows.
}
// Where the address asks for a part of a list, the list waits for the script that chooses it.
if (location.search) document.documentElement.dataset.asked = '';
