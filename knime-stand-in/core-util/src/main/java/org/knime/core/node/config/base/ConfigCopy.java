package org.knime.core.node.config.base;

/** Copies settings of any type into a tree of another class. */
final class ConfigCopy {

    private ConfigCopy() {}

    static void copy(final AbstractConfigEntry entry, final ConfigBaseWO target) {
        switch (entry.getType()) {
            case config -> ((ConfigBase) entry).copyTo(target.addConfigBase(entry.getKey()));
            case xstring -> target.addString(entry.getKey(), ((ConfigStringEntry) entry).getString());
            case xint -> target.addInt(entry.getKey(), ((ConfigIntEntry) entry).getInt());
            case xlong -> target.addLong(entry.getKey(), ((ConfigLongEntry) entry).getLong());
            case xdouble -> target.addDouble(entry.getKey(), ((ConfigDoubleEntry) entry).getDouble());
            case xfloat -> target.addFloat(entry.getKey(), ((ConfigFloatEntry) entry).getFloat());
            case xboolean -> target.addBoolean(entry.getKey(), ((ConfigBooleanEntry) entry).getBoolean());
            case xchar -> target.addChar(entry.getKey(), ((ConfigCharEntry) entry).getChar());
            case xbyte -> target.addByte(entry.getKey(), ((ConfigByteEntry) entry).getByte());
            case xshort -> target.addShort(entry.getKey(), ((ConfigShortEntry) entry).getShort());
        }
    }
}
