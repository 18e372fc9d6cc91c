// The colours, names and order of areas: a door of its own for components that draw no figure.
export {compareStructures, structureColor, structureName} from "../structure-color.js";
