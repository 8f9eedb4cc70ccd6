import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useOwnershipTabPath } from '../../entity/useOwnershipTabPath';
import { ownershipCoverageTranslationRef } from '../../translations/coverage';
import { stateOfGap, stateOfReview } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import { OwnerName } from '../facts';
import { DueDateCell } from './DueDateCell';

const useStyles = makeStyles(theme => ({
  gaps: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) },
}));

/** One entity: who owns it, how well, what is missing and until when. */
export function OwnershipTableRow(props: {
  row: OwnershipRow;
  onChanged: () => void;
}) {
  const { row, onChanged } = props;
  const { t } = useTranslationRef(ownershipCoverageTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  const words = useOwnershipWords();
  const tabPath = useOwnershipTabPath();
  return (
    <tr>
      <th scope="row">
        <Link to={tabPath(row.ref)}>{row.title}</Link>
      </th>
      <td>{words.kind(row.kind)}</td>
      <td>
        {row.tier ?? <span className={table.quiet}>{t('list.none')}</span>}
      </td>
      <td>
        <OwnerName
          entityRef={row.ownerRef}
          title={row.ownerTitle ?? row.ownerRef}
          exists={!row.gaps.includes('dangling_owner')}
        />
      </td>
      <td className={table.number}>
        {t('list.rungsOf', {
          reached: String(row.reached),
          rungs: String(row.rungs),
        })}
      </td>
      <td>
        {row.gaps.length === 0 ? (
          <span className={table.quiet}>{t('list.noGaps')}</span>
        ) : (
          <span className={classes.gaps}>
            {row.gaps.map(gap => (
              <StateChip
                key={gap}
                state={stateOfGap(gap)}
                label={words.gap[gap]}
              />
            ))}
          </span>
        )}
      </td>
      <td>
        {row.reviewState && (
          <StateChip
            state={stateOfReview(row.reviewState)}
            label={words.reviewState[row.reviewState]}
          />
        )}
      </td>
      <td>
        <DueDateCell row={row} onChanged={onChanged} />
      </td>
    </tr>
  );
}
