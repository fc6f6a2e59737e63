// The layers that the reader has switched off, before the first paint, so that nothing moves after it.
try {
  document.documentElement.dataset.off = localStorage.getItem('variorum:off') ?? '';
} catch {
  // Storage may be forbidden: every layer shows.
}
