import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { PagedRows, Panel } from '@opmodel/backstage-plugin-opmodel-react';
import type { DisputePages } from '../../hooks/useDisputes';
import { doraTranslationRef } from '../../translation';
import { DISPUTES_ANCHOR } from '../anchors';
import { DisputeTable } from './DisputeTable';

const useStyles = makeStyles(theme => ({
  text: {
    margin: 0,
    padding: theme.spacing(0, 2, 1),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));

/** What is disputed of the numbers of a page: by whom, who is to answer until when, and what came of it. */
export function DisputesPanel(props: {
  pages: DisputePages;
  zone: string;
  /** Called after one was answered or withdrawn. */
  onSettled: () => void;
}) {
  const { pages, zone, onSettled } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  return (
    <div id={DISPUTES_ANCHOR}>
      <Panel flush title={t('dispute.title')}>
        <p className={classes.text}>{t('dispute.caption')}</p>
        <PagedRows
          pages={pages}
          subject={t('tab.subject')}
          label={t('dispute.pages')}
          skeletonRows={2}
          empty={t('dispute.empty')}
          quietOnOnePage
        >
          {page => (
            <DisputeTable
              disputes={page.items}
              zone={zone}
              onSettled={onSettled}
            />
          )}
        </PagedRows>
      </Panel>
    </div>
  );
}
