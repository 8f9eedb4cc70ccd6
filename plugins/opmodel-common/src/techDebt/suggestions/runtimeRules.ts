/** What a line of a file says of a product, if it matches. */
export interface RuntimeRule {
  /** Which files, by their names in lower case. */
  file: RegExp;
  /** Its first group is the version. Looks at each character a bounded number of times, as anybody may write the line. */
  line: RegExp;
  product: string;
  /** Whether what stands there is the lowest version though it looks like one alone: `go 1.21` in `go.mod`. */
  isLowest?: boolean;
}

const quotedRange = `\\s*["']([^"']{1,200})["']`;
const gradle = /^build\.gradle(\.kts)?$/;
const python = /^(pyproject\.toml|requirements[\w.-]*\.(txt|in))$/;

/** Files that say one thing in a line. */
export const runtimeRules: readonly RuntimeRule[] = [
  {
    file: /^\.(nvmrc|node-version)$/,
    line: /^\s*(?:lts\/)?(v?\d[\w.]*|[a-z]+)\s*(?:#|$)/i,
    product: 'nodejs',
  },
  {
    file: /^\.python-version$/,
    line: /^\s*(\d[\w.]*)\s*$/,
    product: 'python',
  },
  {
    file: /^runtime\.txt$/,
    line: /^\s*python-(\d[\w.]*)\s*$/,
    product: 'python',
  },
  {
    file: /^\.ruby-version$/,
    line: /^\s*(?:ruby-)?(\d[\w.]*)\s*$/,
    product: 'ruby',
  },
  { file: /^\.java-version$/, line: /^\s*(\d[\w.]*)\s*$/, product: 'java' },
  {
    file: /^go\.mod$/,
    line: /^go\s+(\d[\w.]*)\s*(?:\/\/|$)/,
    product: 'go',
    isLowest: true,
  },
  {
    file: /^pyproject\.toml$/,
    line: new RegExp(`^\\s*requires-python\\s*=${quotedRange}`),
    product: 'python',
  },
  {
    file: /^pyproject\.toml$/,
    line: new RegExp(`^\\s*python\\s*=${quotedRange}`),
    product: 'python',
  },
  {
    file: python,
    line: /^\s*["']?django(?:\[[^\]]{0,100}\])? ?=? ?["']?((?:[<>=!~^]{1,3} ?)?\d[^"'#;]{0,100})/i,
    product: 'django',
  },
  {
    file: /^pom\.xml$/,
    line: /<(?:java\.version|maven\.compiler\.(?:release|source|target))>\s*(\d[\w.]*)\s*</,
    product: 'java',
    isLowest: true,
  },
  {
    file: gradle,
    line: /\bsourceCompatibility ?=? ?\(?["']?(?:JavaVersion\.(?:VERSION_|toVersion\(["']?))?(\d[\d._]*)/,
    product: 'java',
    isLowest: true,
  },
  {
    file: gradle,
    line: /\bJavaLanguageVersion\.of\(\s*["']?(\d{1,3})/,
    product: 'java',
  },
  {
    file: gradle,
    line: /\borg\.springframework\.boot["']\)?\s*version\s*\(?["'](\d[\w.]*)["']/,
    product: 'spring-boot',
  },
  {
    file: /^gemfile$/,
    line: new RegExp(`^\\s*ruby\\s*\\(?${quotedRange}`),
    product: 'ruby',
  },
  {
    file: /^gemfile\.lock$/,
    line: /^\s{3}ruby (\d[\w.]*)/,
    product: 'ruby',
  },
  {
    file: /^gemfile\.lock$/,
    line: /^\s{4}rails \((\d[\w.]*)\)\s*$/,
    product: 'rails',
  },
  {
    file: /\.(cs|fs|vb)proj$/,
    line: /<TargetFrameworks?>\s*net(?:coreapp)?(\d{1,2}\.\d)\b/,
    product: 'dotnet',
  },
];

/** Products as asdf and mise call them in `.tool-versions`. */
export const productOfTool: Readonly<Record<string, string>> = {
  nodejs: 'nodejs',
  node: 'nodejs',
  python: 'python',
  ruby: 'ruby',
  golang: 'go',
  go: 'go',
  java: 'java',
  php: 'php',
  dotnet: 'dotnet',
  'dotnet-core': 'dotnet',
  postgres: 'postgresql',
  mysql: 'mysql',
  redis: 'redis',
  elasticsearch: 'elasticsearch',
};
