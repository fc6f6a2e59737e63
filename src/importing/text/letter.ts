/**
 * Letters and mail: the lines that say from whom, to whom and when, the salutation, and whether a letter's head stands above it.
 */
import type { Item } from './items.ts';

export type MailField = 'from' | 'to' | 'subject' | 'date' | 'other';

const names: Readonly<Record<MailField, string>> = {
  from: 'from|von|de|da|van|от кого|от|发件人|kimden|من|מאת',
  to: 'to|cc|bcc|an|kopie|à|pour|para|a|aan|кому|копия|收件人|抄送|kime|إلى|אל',
  subject: 'subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|тема|主题|konu|الموضوع|נושא',
  date: 'date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|дата|отправлено|日期|发送时间|tarih|التاريخ|תאריך',
  other:
    'reply-to|message-id|in-reply-to|references|mime-version|content-type|content-transfer-encoding|x-[a-z-]{1,40}|return-path|received|organization|newsgroups|importance|attachments|anlagen|importance|priority|list-id|sender',
};
const fields = new RegExp(
  `^(?:${Object.entries(names)
    .map(([field, each]) => `(?<${field}>${each})`)
    .join('|')})\\s?[:：](?!//)\\s*`,
  'iu',
);

/** A line of a mail's head: “Subject: The landing”. Undefined for all else. */
export function mailFieldOf(text: string): { readonly field: MailField; readonly value: string } | undefined {
  const found = fields.exec(text.slice(0, 80));
  if (!found) return undefined;
  const field = (Object.keys(names) as MailField[]).find((each) => found.groups![each] !== undefined)!;
  return { field, value: text.slice(found[0].length).trim() };
}

/**
 * How many lines from the first belong to a mail's head; 0 where there is none. It has at least two kinds of field, who and what
 * about or when, and ends at the first blank line.
 */
export function mailHeadOf(texts: readonly string[], raw: (line: number) => string): number {
  let line = texts.findIndex((text) => text !== '');
  const seen = new Set<MailField>();
  const start = line;
  for (; line >= 0 && line < texts.length && line < start + 60 && texts[line] !== ''; line++) {
    const found = mailFieldOf(texts[line]!);
    if (found) seen.add(found.field);
    // A field may go on in an indented line.
    else if (line === start || !/^[ \t]/.test(raw(line))) break;
  }
  const isMail = (seen.has('from') || seen.has('to')) && (seen.has('subject') || seen.has('date')) && seen.size >= 2;
  return isMail ? line : 0;
}

const greetings =
  /^(?:my )?(?:dear(?:est)?|hello|hi|good (?:morning|day|evening)|greetings|to whom|gentlemen|ladies|honou?red|sir|madam|sehr geehrte[rs]?|liebe[rs]?|hallo|guten|werte[rs]?|cher|chère|chers|chères|bonjour|madame|monsieur|mesdames|messieurs|querid[oa]s?|estimad[oa]s?|hola|car[oaie]|gentile|egregi[oa]|prezad[oa]s?|beste|geachte|sevgili|sayın|merhaba|дорог(?:ой|ая|ие)|уважаем(?:ый|ая|ые)|здравствуй(?:те)?|尊敬的|亲爱的|عزيزي|عزيزتي|السلام|שלום|יקירי|לכבוד)(?![\p{L}\p{M}])/iu;

/** “Dear Per,”: a line that greets, and ends as one that greets. */
export function isSalutation(text: string): boolean {
  return text.length <= 90 && /[,:!،：，！]$/.test(text) && (greetings.test(text) || /^(?:尊敬的|亲爱的)/u.test(text));
}

/** Whether the short lines above a salutation are a letter's head: the sender, who signs it too, an address, a place. */
export function isLetterhead(items: readonly Item[], salutation: number): boolean {
  const above = items.slice(0, salutation).filter((item) => item.label);
  if (above.length === 0) return false;
  const signed = new Set(items.slice(salutation + 1).flatMap((item) => (item.key === '' ? [] : [item.key])));
  return (
    above.some((item) => signed.has(item.key) || /\p{N}/u.test(item.text)) || (above.length > 1 && above.every((item) => item.size <= 4))
  );
}
