/**
 * Immutable tables of byte keys and values in MapDB's {@code SortedTableMap}; the only user of
 * MapDB.
 *
 * <p>Read {@link dev.everstep.journal.mapdb.Table} for reading and {@link
 * dev.everstep.journal.mapdb.TableWriter} for the layout. MapDB checks nothing itself, so every
 * block of a file is checked against a CRC32C before MapDB sees a byte of it. Files come in as
 * mapped buffers and go out through an interface: this package opens none.
 */
@NullMarked
package dev.everstep.journal.mapdb;

import org.jspecify.annotations.NullMarked;
