// The colours, names and order of areas: a door of its own for components that draw no figure.
export {compareStructures, structureName} from "../../words/index.js";
export {structureColor} from "../color/structure-color.js";
