import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceText } from '../../src/text/source-text.js';
const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n', '\t', 'é', '😀', '\f') });
describe('points of a text', () => {
    it.each([
        ['a\nb', 2, 2, 1],
        ['a\r\nb', 3, 2, 1],
        ['a\rb', 2, 2, 1],
        ['a\r\nb', 2, 1, 3],
        ['\n\n\nx', 3, 4, 1],
        ['abc', 99, 1, 4],
        ['abc', -5, 1, 1],
        ['', 0, 1, 1],
        ['\r\r\n\nx', 4, 4, 1],
    ])('%j at %i is line %i, column %i', (text, offset, line, column) => {
        expect(new SourceText('t', text).point(offset)).toEqual({ line, column });
    });
    it('counts lines from the top of the page where the text has pages', () => {
        const source = new SourceText('t', 'one\ntwo\nthree\nfour', [0, 8]);
        expect(source.point(0)).toEqual({ line: 1, column: 1, page: 1 });
        expect(source.point(10)).toEqual({ line: 1, column: 3, page: 2 });
        expect(source.point(14)).toEqual({ line: 2, column: 1, page: 2 });
    });
    it('quotes the words at a span', () => {
        const quote = new SourceText('t', 'one\ntwo').quote({ start: 4, end: 7 });
        expect(quote).toEqual({ text: 'two', start: 4, end: 7, line: 2, column: 1 });
    });
});
describe('properties', () => {
    it('points and offsets convert both ways', () => {
        fc.assert(fc.property(texts, fc.nat(), (text, at) => {
            const source = new SourceText('t', text);
            const offset = at % (text.length + 1);
            expect(source.offsetOf(source.point(offset))).toBe(offset);
        }));
    });
    it('points and offsets convert both ways on pages', () => {
        fc.assert(fc.property(texts, fc.nat(), fc.nat(), (text, at, cut) => {
            const lineStart = text.lastIndexOf('\n', cut % (text.length + 1)) + 1;
            const source = new SourceText('t', text, [...new Set([0, lineStart])]);
            const offset = at % (text.length + 1);
            expect(source.offsetOf(source.point(offset))).toBe(offset);
        }));
    });
    it('lines never go back as offsets go on', () => {
        fc.assert(fc.property(texts, (text) => {
            const source = new SourceText('t', text);
            const lines = [...text, ''].map((_, offset) => source.point(offset).line);
            expect(lines).toEqual([...lines].sort((a, b) => a - b));
        }));
    });
});
