import '@backstage/cli/asset-types';
import ReactDOM from 'react-dom/client';
import '@backstage/ui/css/styles.css';
import './theme/backstageUi.css';
import { app } from './App';

const rootElement = document.getElementById('root');
if (!rootElement) {
  throw new Error('index.html has no element with the id "root"');
}
ReactDOM.createRoot(rootElement).render(app.createRoot());
