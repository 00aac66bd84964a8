import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { damaged } from './zip.ts';

/** What a reader of XML hears. Names come without their prefix. */
export type XmlReader = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const piece = 65_536;

/** Reads UTF-8 XML piece by piece. Throws `Unreadable` for what is no XML, and for a DOCTYPE: no workbook needs one. */
export function readXml(bytes: Uint8Array, name: string, reader: XmlReader): void {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw damaged(`${name} is no whole XML`);
  });
  parser.on('doctype', () => {
    throw damaged(`${name} declares a document type`);
  });
  if (reader.open) {
    const { open } = reader;
    parser.on('opentag', (tag: SaxesTagPlain) => open(local(tag.name), tag.attributes));
  }
  if (reader.close) {
    const { close } = reader;
    parser.on('closetag', (tag: SaxesTagPlain) => close(local(tag.name)));
  }
  if (reader.text) {
    parser.on('text', reader.text);
    parser.on('cdata', reader.text);
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      parser.write(decoder.decode(bytes.subarray(at, at + piece), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof TypeError ? damaged(`${name} is not UTF-8`) : error;
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Returns a text as it stands in XML, between tags or in double quotes. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
}

/*
 * Characters that XML cannot hold stand in a workbook as `_x000D_`, and an underscore that would begin such a word as
 * `_x005F_` (ECMA-376 part 1, 22.9.2.19).
 */

/** Returns a text as a cell of a workbook holds it. */
export function packedText(text: string): string {
  const guarded = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return guarded.replace(/(?![\t\n])\p{Cc}/gu, (sign) => {
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** Returns the text that `packedText` was given. */
export function unpackedText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
