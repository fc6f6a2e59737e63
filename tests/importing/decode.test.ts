import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { withoutControls } from '../../src/importing/controls.ts';
import { decode } from '../../src/importing/decode.ts';
import { mendMojibake } from '../../src/importing/mojibake.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** As TextDecoder reads it, with the five bytes that windows-1252 does not define. */
const garble = (text: string): string => new TextDecoder('windows-1252').decode(utf8(text));

const french = 'Le café près de la forêt — « très bon », dit-elle, où l’été finit. Les élèves étaient déjà là.';
const russian = 'Гавань проснулась рано, и лодки вышли в море до рассвета, как всегда.';
const polish = 'Zażółć gęślą jaźń, powiedział stary żeglarz, śmiejąc się głośno w porcie o świcie.';
const japanese = '港は早く目を覚まし、船は夜明け前に海へ出た。いつものように。';
const samples: readonly (readonly [encoding: string, text: string, named: string])[] = [
  ['utf-8', french, 'utf-8'],
  ['windows-1252', french, 'windows-1252 (detected)'],
  [
    'windows-1252',
    'The society’s ledger, kept since 1842, was lost when the harbour office burned; nobody’s fault, it said.',
    'windows-1252 (detected)',
  ],
  ['windows-1252', 'Published by the Example\u00a0Gazette on the quay; the clerk’s hand, the pilot’s words.', 'windows-1252 (detected)'],
  ['macintosh', french, 'macroman (detected)'],
  ['windows-1251', russian, 'windows-1251 (detected)'],
  ['koi8-r', russian, 'koi8-r (detected)'],
  ['windows-1250', polish, 'windows-1250 (detected)'],
  ['iso-8859-2', polish, 'iso-8859-2 (detected)'],
  ['windows-1253', 'Το λιμάνι ξύπνησε νωρίς και οι βάρκες βγήκαν στη θάλασσα πριν την αυγή.', 'windows-1253 (detected)'],
  ['windows-1255', 'הנמל התעורר מוקדם, והסירות יצאו לים לפני הזריחה, כמו תמיד.', 'windows-1255 (detected)'],
  ['windows-1256', 'استيقظ الميناء مبكرا وخرجت القوارب إلى البحر قبل الفجر كما هو الحال دائما.', 'windows-1256 (detected)'],
  ['windows-1254', 'Liman erken uyandı ve tekneler şafaktan önce denize açıldı, her zamanki gibi.', 'windows-1254 (detected)'],
  ['shift_jis', japanese, 'shift_jis (detected)'],
  ['euc-jp', japanese, 'euc-jp (detected)'],
  ['gb18030', '港口很早就醒来了，船只在黎明前像往常一样出海。', 'gb18030 (detected)'],
  ['big5', '港口很早就醒來了，船隻在黎明前像往常一樣出海。', 'big5 (detected)'],
  ['euc-kr', '항구는 일찍 깨어났고 배들은 늘 그렇듯이 새벽이 오기 전에 바다로 나갔다.', 'euc-kr (detected)'],
  ['utf-16le', french, 'utf-16le (by its zero bytes)'],
  ['utf-16be', french, 'utf-16be (by its zero bytes)'],
];

describe('the encoding', () => {
  it.each(samples)('%s', (encoding, text, named) => {
    const decoded = decode(iconv.encode(text, encoding, { addBOM: false }));
    expect(decoded.text).toBe(text);
    expect(decoded.encoding).toBe(named);
    expect(decoded.repairs).toEqual([]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    '%s with a byte order mark, which is no part of the text',
    (encoding) => {
      const decoded = decode(iconv.encode(french, encoding, { addBOM: true }));
      expect(decoded).toEqual({ text: french, encoding: `${encoding} (byte order mark)`, repairs: [] });
    },
  );

  it('UTF-16 without a mark in a script whose letters have no zero byte', () => {
    const decoded = decode(iconv.encode(`${samples[7]![1]}\n`.repeat(3), 'utf-16le', { addBOM: false }));
    expect(decoded.encoding).toBe('utf-16le (by its zero bytes)');
  });

  it('what is declared is believed where the bytes are of it', () => {
    const bytes = iconv.encode('Zażółć', 'iso-8859-2');
    expect(decode(bytes, 'ISO-8859-2')).toMatchObject({ text: 'Zażółć', encoding: 'iso-8859-2 (declared)' });
    expect(decode(utf8('Zażółć'), 'ISO-8859-2')).toMatchObject({ text: 'Zażółć', encoding: 'utf-8' });
    expect(decode(iconv.encode(french, 'windows-1252'), 'no-such-charset').text).toBe(french);
    expect(decode(iconv.encode(french, 'windows-1252'), 'utf-8').text).toBe(french);
    expect(decode(iconv.encode('café “old”', 'windows-1252'), 'ISO-8859-1').text).toBe('café “old”');
  });

  it('ISO-2022-JP, whose bytes are all ASCII', () => {
    const bytes = Uint8Array.from([0x1b, 0x24, 0x42, 0x39, 0x41, 0x24, 0x4f, 0x41, 0x61, 0x24, 0x2f, 0x1b, 0x28, 0x42, 0x0a]);
    expect(decode(bytes)).toMatchObject({ text: '港は早く\n', encoding: 'iso-2022-jp (detected)' });
  });

  it('UTF-8 that was cut in a letter stays UTF-8, and the fault is recorded', () => {
    const bytes = utf8(`${french}\n${french}é`);
    const decoded = decode(bytes.subarray(0, bytes.length - 1));
    expect(decoded.encoding).toBe('utf-8 (with broken bytes)');
    expect(decoded.text).toBe(`${french}\n${french}\ufffd`);
    expect(decoded.repairs).toMatchObject([{ is: '\ufffd', at: 'line 2', why: 'broken byte' }]);
  });

  it('a single accent in the old Windows encoding', () => {
    expect(decode(iconv.encode('We met at the café on the quay.', 'windows-1252')).text).toBe('We met at the café on the quay.');
  });

  it('an empty file is empty text', () => expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', repairs: [] }));
});

describe('control characters', () => {
  it.each([
    ['a\u0000b\u0000\nc\u0007', 'ab\nc', ['U+0000 at line 1: 2 control characters U+0000', 'U+0007 at line 2: control character']],
    ['one\u000btwo\u000cthree', 'one\ntwo\nthree', ['U+000B at line 1: control character', 'U+000C at line 1: control character']],
    ['a\u0093quoted\u0094 b', 'a“quoted” b', ['U+0093 at line 1: control character', 'U+0094 at line 1: control character']],
    ['a\u2028b\u2029c', 'a\nb\n\nc', ['U+2028 at line 1: line separator', 'U+2029 at line 1: line separator']],
    ['\r\n\r\r\na\ud800b', '\r\n\r\r\na\ufffdb', ['lone surrogate at line 4: lone surrogate']],
    ['\ufeffa', 'a', ['U+FEFF at line 1: byte order mark']],
    ['tabs\tand \u00adsoft\u200bhyphens \u00a0 👩‍👩‍👧 stay', 'tabs\tand \u00adsoft\u200bhyphens \u00a0 👩‍👩‍👧 stay', []],
  ])('%j', (text, clean, repairs) => {
    const done = withoutControls(text);
    expect(done.text).toBe(clean);
    expect(done.repairs.map(({ was, at, why }) => `${was} at ${at}: ${why}`)).toEqual(repairs);
  });
});

describe('mojibake', () => {
  it.each([
    'It’s the harbour—old',
    'She said “late” and left.',
    'café',
    'été',
    'naïve “words”',
    'Český přístav',
    polish,
    russian,
    samples[7]![1],
    samples[8]![1],
    japanese,
    'boats 🚤 come',
  ])('%s', (text) => {
    const mended = mendMojibake(garble(text));
    expect(mended.text).toBe(text);
    expect(mended.repairs.length).toBeGreaterThan(0);
  });

  it('twice garbled', () => expect(mendMojibake(garble(garble('It’s café weather'))).text).toBe('It’s café weather'));

  it.each([
    'Ã la carte',
    'It cost Â£5 – “a lot”.',
    'Ã la carte, for Â£5',
    'SÃO PAULO',
    '“Ästhetik” — Übung; œuvre: “Ç”',
    'ÂNGELO E ÂNGELA',
    'IKEA®, “Â”',
    'Số 5, Đường Trần Phú',
    '×3 × 4 × “5”',
    french,
    russian,
    polish,
    japanese,
  ])('left alone: %s', (text) => expect(mendMojibake(text)).toEqual({ text, repairs: [] }));

  it('a line of its own kind among clean ones is mended, theirs not', () => {
    const text = `A clean “line” — with Â£5.\nIt${garble('’')}s the second.\n`;
    const { text: mended, repairs } = mendMojibake(text);
    expect(mended).toBe('A clean “line” — with Â£5.\nIt’s the second.\n');
    expect(repairs).toEqual([{ was: 'Itâ€™s', is: 'It’s', at: 'line 2', why: 'mojibake' }]);
  });

  it('a whole file of one mould is mended, with the doubtful signs', () => {
    expect(mendMojibake(`It${garble('’')}s late.\nIt cost ${garble('£')}5.\n`).text).toBe('It’s late.\nIt cost £5.\n');
  });

  it('the same word is one repair', () => {
    const { repairs } = mendMojibake('Itâ€™s\nItâ€™s\nItâ€™s\n');
    expect(repairs).toEqual([{ was: 'Itâ€™s', is: 'It’s', at: 'line 1', why: 'mojibake, 3 times' }]);
  });
});

describe('properties', () => {
  const plain = fc.string({ unit: 'grapheme' }).map((text) => withoutControls(text).text);

  it('clean UTF-8 comes back untouched', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(french, russian, polish, japanese, samples[7]![1], 'plain', '', '👩‍👩‍👧')), (lines) => {
        const text = lines.join('\n');
        expect(decode(utf8(text))).toEqual({ text, encoding: 'utf-8', repairs: [] });
      }),
    );
  });

  it('a text in UTF-8 comes back, or each change is recorded', () => {
    fc.assert(
      fc.property(plain, (text) => {
        const decoded = decode(utf8(text));
        if (decoded.repairs.length === 0) expect(decoded.text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('any bytes give clean text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { text } = decode(bytes);
        expect(text).toBe(withoutControls(text).text);
      }),
      { numRuns: 2000 },
    );
  });

  it('decoding never depends on what stands before the bytes in memory', () => {
    const bytes = utf8(`xx${french}`).subarray(2);
    expect(decode(bytes).text).toBe(french);
  });
});

/** Decoded before the test's time is out. */
const within = (name: string, text: string | Uint8Array): void =>
  it(name, () => {
    const bytes = typeof text === 'string' ? utf8(text) : text;
    expect(decode(bytes).text.length).toBeGreaterThan(1000);
  });

describe('time', () => {
  within('10 MB of prose', `${french}\n`.repeat(90_000));
  within('10 MB in windows-1251', iconv.encode(`${russian}\n`.repeat(140_000), 'windows-1251'));
  within('1 MB in one line of mojibake', 'Itâ€™s cafÃ© '.repeat(60_000));
  within('1 MB in one line, without a space', 'Ã©'.repeat(250_000));
  within('1 MB of “â€”', 'â€'.repeat(200_000));
  within('1 MB of “Ã”', 'Ã'.repeat(500_000));
  within('1 MB of marks and controls', '\ufeff\u0000\u0085'.repeat(170_000));
});
