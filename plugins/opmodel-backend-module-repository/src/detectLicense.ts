/** How much of a text names the licence. */
const titleLength = 400;

/** Phrases by which licences are known, the more particular first. All of one rule must be there. */
const rules: readonly {
  id: string;
  /** Where its title stands. */
  title?: readonly string[];
  text?: readonly string[];
  without?: readonly string[];
}[] = [
  { id: 'AGPL-3.0', title: ['gnu affero general public license', 'version 3'] },
  {
    id: 'LGPL-3.0',
    title: ['gnu lesser general public license', 'version 3'],
  },
  {
    id: 'LGPL-2.1',
    title: ['gnu lesser general public license', 'version 2.1'],
  },
  { id: 'GPL-3.0', title: ['gnu general public license', 'version 3'] },
  { id: 'GPL-2.0', title: ['gnu general public license', 'version 2'] },
  { id: 'Apache-2.0', title: ['apache license', 'version 2.0'] },
  { id: 'MPL-2.0', title: ['mozilla public license', '2.0'] },
  { id: 'EPL-2.0', title: ['eclipse public license', '2.0'] },
  { id: 'BSL-1.0', title: ['boost software license', 'version 1.0'] },
  { id: 'BUSL-1.1', title: ['business source license 1.1'] },
  { id: 'CC0-1.0', title: ['cc0 1.0 universal'] },
  {
    id: 'Unlicense',
    text: ['free and unencumbered software released into the public domain'],
  },
  {
    id: 'MIT',
    text: [
      'permission is hereby granted, free of charge, to any person obtaining a copy',
      'the above copyright notice and this permission notice shall be included',
    ],
  },
  {
    id: 'BSD-4-Clause',
    text: [
      'redistribution and use in source and binary forms',
      'all advertising materials mentioning',
    ],
  },
  {
    id: 'BSD-3-Clause',
    text: [
      'redistribution and use in source and binary forms',
      'neither the name',
    ],
  },
  {
    id: 'BSD-2-Clause',
    text: ['redistribution and use in source and binary forms'],
    without: ['neither the name'],
  },
  {
    id: 'ISC',
    text: [
      'permission to use, copy, modify, and/or distribute this software',
      'provided that the above copyright notice',
    ],
  },
  {
    id: '0BSD',
    text: ['permission to use, copy, modify, and/or distribute this software'],
    without: ['provided that the above copyright notice'],
  },
];

/** As in https://spdx.dev/ids: names and versions, with the words that join them. */
const spdxTag = /SPDX-License-Identifier:\s*([A-Za-z0-9.+-]+)/;

/**
 * The SPDX id of a licence, by what its text says of itself.
 *
 * @returns null for one that is not known
 */
export function detectLicense(text: string): string | null {
  const tag = spdxTag.exec(text);
  if (tag) {
    return tag[1];
  }
  const words = text.toLowerCase().replace(/\s+/g, ' ');
  const title = words.slice(0, titleLength);
  const found = rules.find(
    rule =>
      (rule.title ?? []).every(phrase => title.includes(phrase)) &&
      (rule.text ?? []).every(phrase => words.includes(phrase)) &&
      !(rule.without ?? []).some(phrase => words.includes(phrase)),
  );
  return found?.id ?? null;
}

/**
 * The licence that a `package.json` declares.
 *
 * @returns null where it declares none, or points to a file
 */
export function readDeclaredLicense(manifest: string): string | null {
  try {
    const { license } = JSON.parse(manifest) ?? {};
    const isId =
      typeof license === 'string' && /^[A-Za-z0-9.+-]{2,60}$/.test(license);
    return isId && license !== 'UNLICENSED' ? license : null;
  } catch {
    // Whoever builds it is told better what is wrong with it.
    return null;
  }
}
