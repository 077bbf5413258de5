import type { CodeEntry } from '../codes.js';

/** Pictures of the pages of a source. */
export const pageCodes = {
  WP001: {
    severity: 'warning',
    message: 'The manifest says where the pictures of the pages are (`images`), but the TEI names none.',
    hint: 'Give page breaks the names of their pictures: <pb n="18" facs="0034"/>.',
    explanation:
      'Which picture is that of a page stands in `pb/@facs`; a document that is only pictures names them with `frus:file/@path`.',
  },
  WP002: {
    severity: 'warning',
    message:
      '{count} names of pictures of pages cannot be part of an address, the first is “{first}”; the pages are shown without them.',
    hint: 'Name a picture as it is called at the address that `images` gives: a name or a path, without the ending where the address has it.',
    explanation:
      'The name in the TEI is put in the place of {facs} in the address. A name with steps that lead up, blanks or a colon in it is not.',
  },
  WP003: {
    severity: 'warning',
    message:
      '{count} pictures of pages are not in the folder of the volume, the first is {first}; the pages are shown without them.',
    hint: 'Put the pictures into {folder}, each under the name that the TEI gives it (`pb/@facs`, `frus:file/@path`), as PNG, JPEG, WebP or GIF.',
    explanation:
      'A picture is looked for by the name in the TEI, without its ending, with the endings of pictures one after the other.',
  },
  WP004: {
    severity: 'warning',
    message: '{count} pictures of pages cannot be read, the first is {first}; the pages are shown without them.',
    hint: 'Open the file with a program for pictures and save it anew.',
    explanation: 'The file ends too early, or its bytes are those of no picture that can be shown.',
  },
  WP005: {
    severity: 'warning',
    message: '{count} pictures of pages are in a form that browsers do not show, the first is {first}.',
    hint: 'Install sharp, which makes WebP of TIFF: npm install sharp. Or save the pictures as PNG or JPEG.',
    explanation:
      'Browsers show PNG, JPEG, WebP and GIF. sharp is not a part of this program, since the libraries in it are under the LGPL; where it is installed, it is used.',
  },
  WP006: {
    severity: 'warning',
    message:
      '{count} pictures of pages are too much for an edition, the first is {first}; the pages are shown without them.',
    hint: 'Install sharp, which makes them smaller (npm install sharp), or save them smaller.',
    explanation: 'One file may have 256 MB, and all that go into the web site 1.5 GB.',
  },
  WP007: {
    severity: 'warning',
    message:
      '{count} names of pictures of pages lead out of the folder {folder}, the first is “{first}”; the pages are shown without them.',
    hint: 'Name a picture by its path in that folder.',
    explanation: 'Nothing is read outside the folder of the volume, neither by a path nor through a link.',
  },
  WP008: {
    severity: 'info',
    message: '{count} pictures of pages are in the editions as they are, since sharp is not installed.',
    hint: 'npm install sharp: then each is made into WebP in two sizes, of which a browser loads the one that it needs.',
    explanation:
      'sharp is not a part of this program, since the libraries in it are under the LGPL; where it is installed, it is used. Its version decides the bytes.',
  },
  WP009: {
    severity: 'info',
    message: 'No IIIF manifest is made, since the volume has no address.',
    hint: 'Say in the manifest at which address the web edition will be: address: https://example.org/volume/',
    explanation:
      'Viewers such as Mirador and TIFY load a IIIF manifest, in which every canvas and picture has an address of the web (IIIF Presentation API 3.0, 3.2).',
  },
  WP010: {
    severity: 'warning',
    message: 'The files for Distributed Text Services are not made, since the volume has no address.',
    hint: 'Say in the manifest at which address the web edition will be: address: https://example.org/volume/',
    explanation:
      'Every answer of Distributed Text Services names the addresses at which the others are asked for (DTS 1.0, “Entry Endpoint”).',
  },
} as const satisfies Record<string, CodeEntry>;
