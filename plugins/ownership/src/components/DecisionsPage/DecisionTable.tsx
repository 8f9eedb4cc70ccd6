import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type { Decision } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  NO_VALUE,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { Fragment } from 'react';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { DecisionOwner, DecisionState } from './DecisionParts';

/** Entities that a row names; the rest is counted. */
const NAMED = 3;

/** Decisions, a row each. */
export function DecisionTable(props: {
  decisions: readonly Decision[];
  linkTo: (id: string) => string;
}) {
  const { decisions, linkTo } = props;
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={t('title')}>
        <thead>
          <tr>
            <th scope="col">{t('column.title')}</th>
            <th scope="col">{t('column.about')}</th>
            <th scope="col">{t('column.owner')}</th>
            <th scope="col">{t('column.decided')}</th>
            <th scope="col">{t('column.review')}</th>
            <th scope="col">{t('column.status')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {decisions.map(decision => (
            <tr key={decision.id}>
              <th scope="row">
                <Link to={linkTo(decision.id)}>{decision.title}</Link>
              </th>
              <td>
                {decision.entities.slice(0, NAMED).map(({ ref, title }, at) => (
                  <Fragment key={ref}>
                    {at > 0 && ', '}
                    <EntityRefLink entityRef={ref} title={title} />
                  </Fragment>
                ))}
                {decision.entities.length > NAMED &&
                  ` ${t('more', { count: decision.entities.length - NAMED })}`}
              </td>
              <td>
                <DecisionOwner decision={decision} />
              </td>
              <td>{formats.day(decision.decidedOn)}</td>
              <td>
                {decision.reviewOn ? formats.day(decision.reviewOn) : NO_VALUE}
              </td>
              <td>
                <DecisionState decision={decision} />
              </td>
            </tr>
          ))}
        </TableBody>
      </table>
    </div>
  );
}
