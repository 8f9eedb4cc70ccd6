import { invocation } from '../visibility/answers';
import { walkedActions } from '../visibility/walkedRoutes';
import { hostileValues } from './hostileValues';

/** One invocation of an action that agents may take, as JSON text. */
export interface HostileInvocation {
  path: string;
  /** The part of the input that an error must name. */
  name: string;
  json: string;
}

const hole = '"<<here>>"';

/** Every part of what every action takes, with values that are hostile. */
export function hostileInvocations(): HostileInvocation[] {
  const parts = Object.entries(walkedActions).flatMap(([id, { inputs }]) => {
    const all: Record<string, unknown> = Object.assign(
      {},
      ...inputs,
      // The world of the walk is not here, and what is about nothing is not looked at further.
      inputs.some(input => 'entityRef' in input) && {
        entityRef: 'component:default/checkout',
      },
      inputs.some(input => 'teamRef' in input) && {
        teamRef: 'group:default/shop',
      },
      inputs.some(input => 'entityRefs' in input) && {
        title: 'Old queue',
        entityRefs: ['component:default/checkout'],
      },
    );
    return Object.keys(all).map(name => ({ id, name, all }));
  });
  return parts.flatMap(({ id, name, all }, index) => {
    const { path, body } = invocation(id, {
      ...all,
      [name]: JSON.parse(hole),
    });
    const template = JSON.stringify(body);
    const never = ['"a\\u0000b"', '"component:default/a\\u0000b"', '1e999'];
    return [
      ...never,
      ...hostileValues.filter((_, at) => at % 5 === index % 5),
    ].map(json => ({ path, name, json: template.replace(hole, () => json) }));
  });
}
