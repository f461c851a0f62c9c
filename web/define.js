import { TownBoard } from './town-board.js';

// Two copies of the script in one page are common; the first one wins.
if (!customElements.get('town-board')) customElements.define('town-board', TownBoard);

export { TownBoard };
