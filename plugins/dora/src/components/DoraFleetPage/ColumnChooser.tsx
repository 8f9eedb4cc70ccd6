import { ColumnChooser as Chooser } from '@opmodel/backstage-plugin-opmodel-react';
import {
  defaultFleetColumns,
  type FleetColumnId,
  fleetColumnIds,
} from './fleetColumns';
import { useFleetColumnNames } from './useFleetColumnNames';

/** Props of {@link ColumnChooser}. */
export interface ColumnChooserProps {
  columns: readonly FleetColumnId[];
  onChange: (columns: readonly FleetColumnId[]) => void;
}

/** Chooses the columns of the table. The component's name always shows. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { columns, onChange } = props;
  const names = useFleetColumnNames();
  return (
    <Chooser
      choices={fleetColumnIds
        .filter(id => id !== 'name')
        .map(id => ({ id, label: names[id].alone ?? names[id].name }))}
      chosen={columns}
      onChange={chosen => onChange(['name', ...chosen])}
      onReset={() => onChange(defaultFleetColumns)}
    />
  );
}
