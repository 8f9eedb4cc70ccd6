import type { NamedVersion } from './runtimeUse';

/** Products by the last part of the name of their image. */
const productOfImage: Readonly<Record<string, string>> = {
  node: 'nodejs',
  python: 'python',
  golang: 'go',
  ruby: 'ruby',
  php: 'php',
  'eclipse-temurin': 'java',
  openjdk: 'java',
  postgres: 'postgresql',
  postgresql: 'postgresql',
  mysql: 'mysql',
  redis: 'redis',
  elasticsearch: 'elasticsearch',
  debian: 'debian',
  ubuntu: 'ubuntu',
  alpine: 'alpine',
};

const debianNames = 'jessie stretch buster bullseye bookworm trixie'.split(' ');
const ubuntuNames = 'trusty xenial bionic focal jammy noble'.split(' ');

/** Operating systems by the names of their releases, as tags have them. */
const systemOfName = new Map([
  ...debianNames.map(name => [name, 'debian'] as const),
  ...ubuntuNames.map(name => [name, 'ubuntu'] as const),
]);

const LONGEST_REFERENCE = 300;

/**
 * What an image is made of, by its name and tag: `python:3.9-slim-bullseye` is Python 3.9 on Debian 11. Images of other names, and tags
 * without a version such as `latest`, say nothing.
 */
export function readImage(reference: string): NamedVersion[] {
  if (reference.length > LONGEST_REFERENCE) {
    return [];
  }
  const [withoutDigest] = reference.split('@');
  const parts = withoutDigest.toLowerCase().split('/');
  // A colon before the last part begins a port.
  const [name, tag] = (parts.at(-1) ?? '').split(':');
  if (tag === undefined) {
    return [];
  }
  const product = productOf(name, parts.at(-2));
  const pieces = tag.split('-');
  const named = (of: string, version: string): NamedVersion => ({
    product: of,
    version,
    written: reference,
    isLowest: false,
  });
  const version = product === undefined ? null : versionIn(pieces[0], product);
  return [
    ...(product !== undefined && version !== null
      ? [named(product, version)]
      : []),
    ...pieces.flatMap(piece => {
      const system = systemIn(piece);
      return system ? [named(system.product, system.version)] : [];
    }),
  ];
}

function productOf(
  name: string,
  namespace: string | undefined,
): string | undefined {
  const isDotnet = namespace === 'dotnet' || namespace === 'core';
  if (isDotnet && /^(sdk|aspnet|runtime|runtime-deps)$/.test(name)) {
    return 'dotnet';
  }
  return Object.hasOwn(productOfImage, name) ? productOfImage[name] : undefined;
}

function versionIn(piece: string, product: string): string | null {
  const version = /^v?(\d+(?:\.\d+)*)/.exec(piece)?.[1];
  // Days are no versions: `debian:20240110`.
  if (version === undefined || /^\d{5}/.test(version)) {
    return null;
  }
  return product === 'java' ? version.replace(/^1\./, '') : version;
}

function systemIn(
  piece: string,
): { product: string; version: string } | undefined {
  const alpine = /^alpine(\d+\.\d+)/.exec(piece)?.[1];
  if (alpine !== undefined) {
    return { product: 'alpine', version: alpine };
  }
  const product = systemOfName.get(piece);
  return product === undefined ? undefined : { product, version: piece };
}
