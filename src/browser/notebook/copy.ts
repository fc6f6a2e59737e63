/** Copy text, and say so; where there is no clipboard, without a secure origin or a permission, select it, one key from copied. */
export async function copyText(text: string, status: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'Copied.';
  } catch {
    const shown = document.createElement('span');
    shown.className = 'citation';
    shown.textContent = text;
    status.replaceChildren('Copy it with your usual key: ', shown);
    getSelection()?.selectAllChildren(shown);
  }
}
