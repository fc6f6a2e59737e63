/**
 * The panel “Aa”: how pages look and act. The browser opens and closes it (popover); each choice is shown at once and kept.
 */
import { keep, reader } from './reader.ts';

/** Let the panel say what is chosen, and take what the reader chooses. */
export function reading(): void {
  const panel = document.querySelector<HTMLElement>('#page-reading');
  if (!panel) return;
  const fields = [...panel.querySelectorAll('input')];
  const status = panel.querySelector('.status')!;
  const show = (): void => {
    const chosen = reader.chosen();
    for (const field of fields) {
      const value = chosen[field.name as 'theme'];
      field.checked = field.type === 'checkbox' ? value === undefined : field.value === (value ?? field.dataset['first']);
    }
  };
  /** Under the running head, however high that is. */
  const place = (): void => {
    panel.style.top = `${panel.parentElement!.getBoundingClientRect().bottom + scrollY - 1}px`;
  };
  const take = (change: Parameters<typeof keep>[0]): void => {
    if (!keep(change)) status.textContent = 'This browser keeps nothing: your choice lasts as long as the page.';
    place();
  };
  panel.addEventListener('beforetoggle', (event) => {
    if (event.newState !== 'open') return;
    show();
    place();
  });
  panel.addEventListener('change', ({ target }) => {
    const { name, type, value, checked } = target as HTMLInputElement;
    take({ [name]: type === 'checkbox' && !checked ? 'off' : value });
  });
  panel.querySelector('.reset')!.addEventListener('click', () => {
    take(Object.fromEntries(fields.map(({ name }) => [name, undefined])));
    show();
  });
}
