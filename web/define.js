import { TownBoard } from './town-board.js';
import { TownHours } from './town-hours.js';

// Two copies of the script in one page are common; the first one wins.
if (!customElements.get('town-board')) customElements.define('town-board', TownBoard);
if (!customElements.get('town-hours')) customElements.define('town-hours', TownHours);

export { TownBoard, TownHours };
