import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import 'virtual:tokens.css';
import './style/base.css';
import './style/frame.css';
import './style/blocks.css';
import './style/stories.css';
import './style/measured.css';
import './style/data.css';
import './style/report.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

createRoot(document.getElementById('root')!).render(<App />);
