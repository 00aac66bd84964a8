import { failure, type Problem, type Result, success } from './problem.ts';

/** No file that a person writes is longer than this, in bytes. */
export const longestText = 5_000_000;

const refused = (code: string, title: string, detail: string, todo: string, line?: number): Problem =>
  line === undefined ? { code, title, detail, todo } : { code, title, detail, todo, line };

const saveAsUtf8 = 'Save the file as UTF-8 text and try again.';

/**
 * Returns the text of UTF-8 bytes, without a byte order mark. Refuses more than 5 MB, UTF-16, bytes that are not
 * UTF-8 and control characters; nothing is ever replaced silently.
 */
export function decodeText(bytes: Uint8Array): Result<string> {
  if (bytes.length > longestText) return failure(tooLong());
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return failure(refused('text_utf16', 'Not UTF-8', 'The file is written in UTF-16.', saveAsUtf8));
  }
  try {
    return checkText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const line = lineOfBadByte(bytes);
    const detail = `Line ${line} holds bytes that are not UTF-8; the file may be cut off or in an older encoding.`;
    return failure(refused('text_utf8', 'Not UTF-8', detail, saveAsUtf8, line));
  }
}

/** Returns the text without a byte order mark, or refuses it for its length or for characters no text holds. */
export function checkText(text: string): Result<string> {
  if (text.length > longestText) return failure(tooLong());
  const at = strangeCharacter(text);
  if (at < 0) return success(text.startsWith('\uFEFF') ? text.slice(1) : text);
  const line = lineAt(text, at);
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  if (code === '0000') {
    const detail = `Line ${line} holds a NUL character; the file is binary, damaged or in UTF-16.`;
    return failure(refused('text_nul', 'Not a text', detail, saveAsUtf8, line));
  }
  const detail = `Line ${line} holds the control character U+${code}.`;
  return failure(refused('text_control', 'Control character', detail, 'Delete that character.', line));
}

/** Returns where the first control character or half of a surrogate pair is, or -1. Tabs and line ends are fine. */
export function strangeCharacter(text: string): number {
  return text.search(/(?![\t\n\r\u0085])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/u);
}

function tooLong(): Problem {
  const detail = `The file is longer than ${longestText} bytes.`;
  return refused('text_too_long', 'Too long', detail, 'Split the file into smaller ones.');
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Decodes line by line: a newline byte is never part of a longer UTF-8 character. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const until = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, until));
    } catch {
      return line;
    }
    from = until;
  }
  return line;
}
