import fc from 'fast-check';
import { namesRuntimes, readRuntimes } from './readRuntimes';

/** What one file says, as `product version`; `≥` where it is the lowest of several. */
function said(path: string, text: string): string[] {
  return readRuntimes([{ path, text }]).map(
    ({ product, version, isLowest }) =>
      `${product} ${isLowest ? '≥' : ''}${version}`,
  );
}

const samples: [path: string, text: string, expected: string[]][] = [
  [
    'package.json',
    '{"engines":{"node":">=18"},"dependencies":{"@angular/core":"~16.2.1"}}',
    ['nodejs ≥18', 'angular ≥16.2.1'],
  ],
  ['package.json', '{"engines":{"node":">16"}}', ['nodejs ≥17']],
  ['package.json', '{"engines":["node"]}', []],
  ['package.json', '{"engines":{"node":18}}', []],
  ['package.json', '{ broken', []],
  ['web/.nvmrc', 'v18.19.0\n', ['nodejs 18.19.0']],
  ['.nvmrc', 'lts/hydrogen', ['nodejs hydrogen']],
  ['.nvmrc', 'lts/*', []],
  ['.node-version', '20.1', ['nodejs 20.1']],
  ['go.mod', 'module example.com/cart\n\ngo 1.21\n', ['go ≥1.21']],
  ['go.mod', 'go 1.22.1 // as built', ['go ≥1.22.1']],
  [
    'pyproject.toml',
    '[project]\nrequires-python = ">=3.8,<4"\ndependencies = [\n  "Django>=3.2,<4",\n]',
    ['python ≥3.8', 'django ≥3.2'],
  ],
  [
    'pyproject.toml',
    '[tool.poetry.dependencies]\npython = "^3.9"\ndjango = "^4.2"',
    ['python ≥3.9', 'django ≥4.2'],
  ],
  [
    'requirements.txt',
    'django==3.2.25\ndjango-filter==2.0\n',
    ['django 3.2.25'],
  ],
  ['runtime.txt', 'python-3.9.7', ['python 3.9.7']],
  ['.python-version', '3.8\n', ['python 3.8']],
  [
    '.tool-versions',
    'nodejs 18.1.0\npython 3.9.7 2.7.18\njava temurin-17.0.2+8\njava zulu-8\n# ruby 2\nkiln 1\n\nruby',
    ['nodejs 18.1.0', 'python 3.9.7', 'java 17.0.2'],
  ],
  ['.ruby-version', 'ruby-3.1.2', ['ruby 3.1.2']],
  ['.ruby-version', 'jruby-9.4', []],
  ['Gemfile', "ruby '~> 3.1'\ngem 'rails'", ['ruby ≥3.1']],
  [
    'Gemfile.lock',
    '    rails (6.1.7)\n      rails (= 6.1.7)\nRUBY VERSION\n   ruby 2.7.8p225',
    ['rails 6.1.7', 'ruby 2.7.8'],
  ],
  ['global.json', '{"sdk":{"version":"6.0.400"}}', ['dotnet 6.0.400']],
  [
    'src/Cart.csproj',
    '<TargetFramework>netcoreapp3.1</TargetFramework>',
    ['dotnet 3.1'],
  ],
  [
    'pom.xml',
    '<parent>\n<artifactId>spring-boot-starter-parent</artifactId>\n  <version>2.7.3</version>\n</parent>\n<java.version>1.8</java.version>\n<maven.compiler.source>${java.version}</maven.compiler.source>',
    ['java ≥8', 'spring-boot 2.7.3'],
  ],
  [
    'build.gradle',
    "plugins { id 'org.springframework.boot' version '3.2.1' }\nsourceCompatibility = '11'",
    ['spring-boot 3.2.1', 'java ≥11'],
  ],
  [
    'build.gradle.kts',
    'id("org.springframework.boot") version "3.3.0"\njava.sourceCompatibility = JavaVersion.VERSION_1_8\nlanguageVersion = JavaLanguageVersion.of(17)',
    ['spring-boot 3.3.0', 'java ≥8', 'java 17'],
  ],
  ['composer.json', '{"require":{"php":"^7.4 || ^8.0"}}', ['php ≥7.4']],
  [
    'docker-compose.yml',
    'services:\n  db:\n    image: postgres:12\n  own:\n    image: ${IMAGE}',
    ['postgresql 12'],
  ],
  ['README.md', 'FROM node:18', []],
];

const images: [image: string, expected: string[]][] = [
  ['node:18-alpine', ['nodejs 18']],
  ['node:18-alpine3.17', ['nodejs 18', 'alpine 3.17']],
  ['python:3.9-slim', ['python 3.9']],
  ['python:3.9.7-slim-bullseye', ['python 3.9.7', 'debian bullseye']],
  ['postgres:12', ['postgresql 12']],
  ['docker.io/library/ruby:2.7', ['ruby 2.7']],
  ['registry.example.com:5000/mirror/golang:1.19', ['go 1.19']],
  ['registry.example.com:5000/golang', []],
  ['mcr.microsoft.com/dotnet/aspnet:6.0-alpine', ['dotnet 6.0']],
  ['mcr.microsoft.com/dotnet/core/sdk:3.1', ['dotnet 3.1']],
  ['example/sdk:3.1', []],
  ['eclipse-temurin:8u302-b08-jdk', ['java 8']],
  ['eclipse-temurin:17.0.8_7-jre-jammy', ['java 17.0.8', 'ubuntu jammy']],
  ['debian:buster-slim', ['debian buster']],
  ['debian:11.7', ['debian 11.7']],
  ['ubuntu:20.04', ['ubuntu 20.04']],
  ['alpine:3.15.4', ['alpine 3.15.4']],
  [
    'docker.elastic.co/elasticsearch/elasticsearch:7.10.2',
    ['elasticsearch 7.10.2'],
  ],
  ['node:18@sha256:0a1b', ['nodejs 18']],
  ['node@sha256:0a1b', []],
  ['node:latest', []],
  ['node:lts-bookworm', ['debian bookworm']],
  ['debian:20240110', []],
  ['node', []],
  ['scratch', []],
  ['constructor:1', []],
];

describe('readRuntimes', () => {
  it.each(samples)('reads %s: %j', (path, text, expected) => {
    expect(said(path, text)).toEqual(expected);
  });

  it('knows which files it reads', () => {
    const unread = samples
      .map(([path]) => path)
      .filter(path => !namesRuntimes(path));
    expect(unread).toEqual(['README.md']);
    expect(namesRuntimes('deploy/Dockerfile.prod')).toBe(true);
    expect(namesRuntimes('api.dockerfile')).toBe(true);
  });

  it.each(images)('reads the image %s', (image, expected) => {
    expect(said('Dockerfile', `FROM ${image}`)).toEqual(expected);
  });

  it('reads all stages of a Dockerfile, with the defaults of its arguments', () => {
    const text = `# FROM node:10
ARG NODE=18.2
ARG OTHER
FROM --platform=linux/amd64 node:\${NODE} AS build
ARG NODE=99
RUN echo FROM node:12
FROM build AS test
FROM python:\${PYTHON:-3.8} as py
FROM ruby:$OTHER
FROM "postgres:12"
from node:$NODE-slim
FROM test`;
    expect(readRuntimes([{ path: 'a/Dockerfile', text }])).toEqual([
      {
        product: 'nodejs',
        version: '18.2',
        written: 'node:18.2',
        isLowest: false,
        path: 'a/Dockerfile',
        line: 4,
      },
      expect.objectContaining({ product: 'python', version: '3.8', line: 8 }),
      expect.objectContaining({ product: 'postgresql', line: 10 }),
    ]);
  });

  it('tells what is written and where', () => {
    expect(
      readRuntimes([
        { path: 'go.mod', text: 'module example.com/cart\r\n\r\ngo 1.19\r\n' },
      ]),
    ).toEqual([
      {
        product: 'go',
        version: '1.19',
        written: '1.19',
        isLowest: true,
        path: 'go.mod',
        line: 3,
      },
    ]);
  });

  it('reads each file as it would alone', () => {
    const anyFiles = fc
      .array(fc.constantFrom(...samples))
      .map(each => each.map(([path, text]) => ({ path, text })));
    fc.assert(
      fc.property(anyFiles, files => {
        expect(readRuntimes(files)).toEqual(
          files.flatMap(file => readRuntimes([file])),
        );
      }),
    );
  });

  it('throws at nothing', () => {
    const anyText = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('FROM ', 'ARG A=', '${A', '}', ':', '@', '\n', '"'),
          fc.constantFrom('go 1.', 'image: ', 'python = ', '{"engines":', '18'),
        ),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...samples.map(([path]) => path), 'Dockerfile'),
        anyText,
        (path, text) => {
          for (const { version, line } of readRuntimes([{ path, text }])) {
            expect(version).toMatch(/^(\d+(\.\d+)*|[a-z]+)$/);
            expect(line ?? 1).toBeLessThanOrEqual(text.split('\n').length);
          }
        },
      ),
    );
  });

  const hostile = [
    ' '.repeat(490_000),
    `${' '.repeat(990)}\n`.repeat(490),
    `sourceCompatibility${' '.repeat(900)}\n`.repeat(500),
    `django${' '.repeat(900)}\n`.repeat(500),
    `FROM ${'${A'.repeat(300)}\n`.repeat(500),
    `ARG A=$A\n${'FROM $A\n'.repeat(50_000)}`,
    '['.repeat(490_000),
    '<artifactId>spring-boot-starter-parent</artifactId>'.repeat(9_000),
    `>=${'1.'.repeat(90)}\n`.repeat(2_000),
  ];

  it.each([
    'Dockerfile',
    'package.json',
    'build.gradle',
    'pom.xml',
    'requirements.txt',
    '.tool-versions',
    'pyproject.toml',
    'compose.yaml',
  ])('gets through a hostile %s in little time', path => {
    const start = performance.now();
    expect(readRuntimes(hostile.map(text => ({ path, text })))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('reads nothing of a file that is too long', () => {
    expect(said('.nvmrc', `18${'\n'.repeat(500_000)}`)).toEqual([]);
  });
});
