import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SloMark } from '@opmodel/backstage-plugin-opmodel-common';
import { useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { sloChartTranslationRef } from '../../translations/chart';
import type { MarkGroup } from './budgetSpan';
import type { MarkText } from './useMarkText';

const useStyles = makeStyles(theme => ({
  chosen: { marginTop: theme.spacing(1) },
}));

/** What was chosen on the time axis, with the way to it. */
export function ChosenMarks(props: {
  group: MarkGroup | undefined;
  describe: (mark: SloMark) => MarkText;
}) {
  const { group, describe } = props;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  return (
    <div role="status" className={group && classes.chosen}>
      {group && (
        <ul className={facts.list}>
          {group.marks.map(mark => {
            const { title, burned } = describe(mark);
            return (
              <li key={`${mark.at} ${mark.title}`} className={facts.line}>
                <span>{title}.</span>
                {burned && <strong>{burned}</strong>}
                {mark.url && <Link to={mark.url}>{t('mark.open')}</Link>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
