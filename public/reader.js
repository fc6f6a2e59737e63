// What the reader has chosen: kept here alone, and applied before the first paint, so that nothing flashes and nothing moves after.
// What can be chosen the page says, in an attribute of this script.
(() => {
  const key = 'variorum:reader';
  const root = document.documentElement;
  const { lenses, choices, papers } = JSON.parse(document.currentScript.dataset.choices);
  const layers = lenses.clean;
  /** What could not be kept lasts as long as the page. */
  let unkept;

  /** Storage may be forbidden, and anything may stand in it: only what can be chosen is taken. */
  const chosen = () => {
    if (unkept) return unkept;
    try {
      const kept = Object(JSON.parse(localStorage.getItem(key)));
      const looks = Object.keys(choices).filter((name) => choices[name].indexOf(kept[name]) > 0);
      return {
        ...Object.fromEntries(looks.map((name) => [name, kept[name]])),
        off: Array.isArray(kept.off) ? layers.filter((layer) => kept.off.includes(layer)) : [],
      };
    } catch {
      return { off: [] };
    }
  };

  /** A lens or layers in the address are stronger than what was kept, and do not replace it. */
  const asked = () => {
    const address = new URLSearchParams(location.search);
    const lens = address.get('lens');
    if (Object.hasOwn(lenses, lens)) return lenses[lens];
    const off = address.get('off')?.split(',');
    return off && layers.filter((layer) => off.includes(layer));
  };

  const applyLooks = (looks) => {
    for (const name of Object.keys(choices)) {
      if (looks[name]) root.dataset[name] = looks[name];
      else delete root.dataset[name];
    }
    const { theme } = looks;
    const scheme = document.querySelector('meta[name="color-scheme"]');
    if (scheme) scheme.content = theme ? (theme === 'dark' ? 'dark' : 'light') : 'light dark';
    for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
      meta.content = papers[theme ?? (meta.media.includes('dark') ? 'dark' : 'light')];
  };

  const applyAll = () => {
    const now = chosen();
    root.dataset.off = (asked() ?? now.off).join(' ');
    applyLooks(now);
  };

  /** Take a change, show it, and say whether it could be kept. */
  const keep = (change) => {
    const now = { ...chosen(), ...change };
    for (const name of Object.keys(choices)) if (now[name] === choices[name][0]) delete now[name];
    if (change.off) root.dataset.off = now.off.join(' ');
    applyLooks(now);
    try {
      localStorage.setItem(key, JSON.stringify(now));
      unkept = undefined;
    } catch {
      unkept = now;
    }
    return !unkept;
  };

  window.reader = { lenses, chosen, keep };
  applyAll();
  // A page that comes back as it was left, and one open beside the one where a choice was made.
  addEventListener('pageshow', (event) => event.persisted && applyAll());
  addEventListener('storage', (event) => (event.key === key || event.key === null) && applyLooks(chosen()));
  // Where the address asks for a part of a list, the list waits for the script that chooses it.
  if (location.search) root.dataset.asked = '';
})();
