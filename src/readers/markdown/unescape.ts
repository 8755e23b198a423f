import MarkdownIt from 'markdown-it';

/** Resolves the character references and backslash escapes of Markdown. */
export const { unescapeAll } = new MarkdownIt().utils;
