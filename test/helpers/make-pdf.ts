/**
 * A PDF made of lines of text, for tests: one page per list, Helvetica, twelve points. `null` leaves a line's room
 * empty; a page without lines is what a scan looks like to a reader of text.
 */
export function makePdf(pages: readonly (readonly (string | null)[])[]): Buffer {
  const bodies: string[] = [];
  const add = (body: string): number => bodies.push(body);
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const lines of pages) {
    const content = contentOf(lines);
    const resources = '<< /Font << /F1 3 0 R >> >>';
    const next = bodies.length + 2;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${next} 0 R >>`,
    );
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  return assemble(bodies);
}

function contentOf(lines: readonly (string | null)[]): string {
  const shown = lines.flatMap((line, i) => {
    if (line === null) return [];
    const escaped = line.replace(/[\\()]/g, (character) => `\\${character}`);
    return [`1 0 0 1 72 ${740 - 14 * i} Tm (${escaped}) Tj`];
  });
  return `BT /F1 12 Tf\n${shown.join('\n')}\nET`;
}

function assemble(bodies: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const xref = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries}`;
  const trailer = `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + xref + trailer, 'latin1');
}
