import { chatAdapterContract } from '../../contracts/chat-adapter.ts';
import { openWebDriver } from './driver.ts';

chatAdapterContract('the web page', openWebDriver);
