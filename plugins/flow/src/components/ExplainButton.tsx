import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import { opmodelTranslationRef } from '@opmodel/backstage-plugin-opmodel-react';

/** Opens the explanation of what a panel shows. */
export function ExplainButton(props: { label: string; onExplain: () => void }) {
  const { t } = useTranslationRef(opmodelTranslationRef);
  const title = t('tile.explain', { label: props.label });
  return (
    <Tooltip title={title}>
      <IconButton size="small" aria-label={title} onClick={props.onExplain}>
        <InfoOutlined fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}
