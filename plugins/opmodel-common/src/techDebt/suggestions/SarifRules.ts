import type { SarifFields } from './SarifFields';

/** The rules that the tool of a run and its extensions describe. */
export class SarifRules {
  /** The driver, then the extensions; undefined where one cannot be read. */
  readonly #components: readonly (SarifFields | undefined)[];
  /** Places of the rules by their ids, of the first component that has it. */
  readonly #places = new Map<string, { component: SarifFields; at: number }>();

  constructor(run: SarifFields) {
    const tool = run.object('tool');
    const driver = tool?.object('driver');
    const extensions = (tool?.list('extensions') ?? []).map((_, at) =>
      tool?.objectAt('extensions', at),
    );
    this.#components = [driver, ...extensions];
    for (const component of this.#components) {
      if (component) {
        this.#learn(component);
      }
    }
  }

  #learn(component: SarifFields): void {
    const rules = component.list('rules') ?? [];
    for (let at = 0; at < rules.length; at += 1) {
      const id = component.objectAt('rules', at)?.text('id', 200);
      if (id !== undefined && !this.#places.has(id)) {
        this.#places.set(id, { component, at });
      }
    }
  }

  /**
   * The rule of a result: by its index, else by its id (§3.27.5 to 3.27.7). Of an id such as `CA1000/1` what stands before the last slash
   * may be what the rule is called (§3.27.5). An index that contradicts the id is not followed.
   */
  ruleOf(result: SarifFields): {
    id: string | undefined;
    rule: SarifFields | undefined;
  } {
    const reference = result.object('rule');
    const id = result.text('ruleId', 200) ?? reference?.text('id', 200);
    const index = result.index('ruleIndex') ?? reference?.index('index');
    const extension = reference?.object('toolComponent')?.index('index');
    // Extensions are counted without the driver, which stands before them here.
    const component =
      this.#components[extension === undefined ? 0 : extension + 1];
    const indexed =
      index === undefined ? undefined : component?.objectAt('rules', index);
    const indexedId = indexed?.text('id', 200);
    const agrees =
      id === undefined || id === indexedId || id.startsWith(`${indexedId}/`);
    if (indexed && agrees) {
      return { id: id ?? indexedId, rule: indexed };
    }
    return { id, rule: id === undefined ? undefined : this.#named(id) };
  }

  #named(id: string): SarifFields | undefined {
    const place =
      this.#places.get(id) ??
      this.#places.get(id.slice(0, Math.max(0, id.lastIndexOf('/'))));
    return place?.component.objectAt('rules', place.at);
  }
}
