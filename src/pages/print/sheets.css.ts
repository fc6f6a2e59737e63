/** The sheets of the whole edition on paper: each part of it has its own, with its title at the head. */
import { idOnOnePage } from '../../core/one-page.ts';
import { fitsOnPaper, sheetRules } from '../../core/paper.ts';
import { edition } from '../../edition/current.ts';

export function GET(): Response {
  const { documents } = edition();
  const parts = fitsOnPaper(documents)
    ? [
        { id: 'title-page', title: '' },
        { id: 'contents', title: 'Contents' },
        ...documents.map(({ id, title }) => ({ id: idOnOnePage(`documents/${id}/`), title })),
        { id: 'claims', title: 'Claims' },
        { id: 'timeline', title: 'Timeline' },
        { id: 'glossary', title: 'Glossary' },
      ]
    : [];
  return new Response(`${sheetRules(parts)}@page title-page {\n  @bottom-center {\n    content: none;\n  }\n}\n`);
}
