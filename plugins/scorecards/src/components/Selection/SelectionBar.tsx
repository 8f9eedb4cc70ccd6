import {
  ComponentFilterBar,
  Panel,
} from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import type { SelectionParams } from '../../hooks/useSelectionParams';
import { KindFilter } from './KindFilter';

const KINDS = ['component', 'api', 'resource', 'system', 'domain'];

/** What a page of scorecards selects, by the filter that all fleet pages have and the kind. */
export function SelectionBar(props: {
  params: SelectionParams;
  /** Further filters of the page. */
  children?: ReactNode;
}) {
  const { params, children } = props;
  return (
    <Panel>
      <ComponentFilterBar
        filter={params.filter}
        kinds={KINDS}
        onChange={params.narrow}
        furtherFilters={params.furtherFilters}
        onClear={params.clear}
      >
        <KindFilter
          kind={params.choice.kind}
          onChoose={kind => params.choose({ kind })}
        />
        {children}
      </ComponentFilterBar>
    </Panel>
  );
}
