import fc from 'fast-check';
import { detectLicense, readDeclaredLicense } from './detectLicense';

const bsd =
  'Redistribution and use in source and binary forms, with or without modification';
const isc =
  'Permission to use, copy, modify, and/or distribute this software for any purpose';

describe('detectLicense', () => {
  it.each([
    ['Apache License\n   Version 2.0, January 2004', 'Apache-2.0'],
    ['GNU GENERAL PUBLIC LICENSE\nVersion 3, 29 June 2007', 'GPL-3.0'],
    ['GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991', 'GPL-2.0'],
    ['GNU AFFERO GENERAL PUBLIC LICENSE\nVersion 3', 'AGPL-3.0'],
    [
      'GNU LESSER GENERAL PUBLIC LICENSE Version 3 … the GNU General Public License, version 3',
      'LGPL-3.0',
    ],
    ['Mozilla Public License Version 2.0', 'MPL-2.0'],
    ['Eclipse Public License - v 2.0', 'EPL-2.0'],
    [bsd, 'BSD-2-Clause'],
    [`${bsd}. Neither the name of the holder`, 'BSD-3-Clause'],
    [
      `${bsd}. All advertising materials mentioning features. Neither the name`,
      'BSD-4-Clause',
    ],
    [`${isc}, provided that the above\n copyright notice appear`, 'ISC'],
    [isc, '0BSD'],
    ['SPDX-License-Identifier: EUPL-1.2', 'EUPL-1.2'],
    ['All rights reserved by Example Ltd.', null],
    ['', null],
  ])('knows %j', (text, id) => {
    expect(detectLicense(text)).toBe(id);
  });

  it('finds no licence in whatever else somebody wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(detectLicense(text)).toBeNull();
      }),
    );
  });
});

describe('readDeclaredLicense', () => {
  it.each([
    ['{"license":"MIT"}', 'MIT'],
    ['{"license":"UNLICENSED"}', null],
    ['{"license":"SEE LICENSE IN LICENSE.md"}', null],
    ['{"license":{"type":"MIT"}}', null],
    ['{}', null],
    ['null', null],
    ['{', null],
  ])('reads %s', (manifest, id) => {
    expect(readDeclaredLicense(manifest)).toBe(id);
  });
});
