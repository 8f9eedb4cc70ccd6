import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtPlace } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import TableBody from '@material-ui/core/TableBody';
import { useSearchParams } from 'react-router-dom';
import { registerLink } from '../../entity/registerLink';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import type { DebtPlaceKind } from '../../hooks/usePlacesParams';
import { techDebtPlacesTranslationRef } from '../../translations/places';

/** Places with what each owes, each a way to its items. There is no line for all: an item may count in several places. */
export function PlacesTable(props: {
  places: readonly DebtPlace[];
  by: DebtPlaceKind;
}) {
  const { places, by } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('places.title')}>
        <thead>
          <tr>
            <th scope="col">{t(`places.bys.${by}`)}</th>
            <th scope="col" className={table.number}>
              {t('places.column.items')}
            </th>
            <th scope="col" className={table.number}>
              {t('places.column.principalDays')}
            </th>
            <th scope="col" className={table.number}>
              {t('places.column.withoutPrincipal')}
            </th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {places.map(place => (
            <tr key={place.ref ?? ''}>
              <th scope="row">
                <PlaceName place={place} by={by} />
              </th>
              <td className={table.number}>{formats.count(place.items)}</td>
              <td className={table.number}>
                {place.principalDays === null
                  ? NO_VALUE
                  : formats.decimal(place.principalDays)}
              </td>
              <td className={table.number}>
                {formats.count(place.withoutPrincipal)}
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}

/** What is nothing, or may not be seen, leads nowhere: nothing selects it. */
function PlaceName(props: { place: DebtPlace; by: DebtPlaceKind }) {
  const { place, by } = props;
  const { t } = useTranslationRef(techDebtPlacesTranslationRef);
  const [search] = useSearchParams();
  const paths = useTechDebtPaths();
  if (place.ref === null) {
    return <>{t(`places.nothing.${by}`)}</>;
  }
  const name = place.title ?? place.ref;
  const selection =
    by === 'owner'
      ? { owner: place.ref, descendants: 'false' }
      : { [by]: place.ref };
  return paths ? (
    <Link to={registerLink(paths.root, selection, search)}>{name}</Link>
  ) : (
    <>{name}</>
  );
}
