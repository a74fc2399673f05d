package dev.everstep.processor.differential.random;

/** What random programs are made of: what issue #3 lists, and the ways of steps. */
enum Construct {
  // Steps
  STEP,
  VOID_STEP,
  INSTANCE_STEP,
  CONTEXT_STEP,
  INLINE_STEP,
  NESTED_STEPS,
  SLEEP,

  // Calls of durable methods
  CALL,
  CALL_IN_TRY,
  CALL_RECURSIVE,
  CALL_SHARING,
  CALL_MUTUAL,
  CALL_OVERLOADED,
  CALL_VARARGS,
  CALL_GENERIC,
  CALL_VOID,
  CALL_STATIC,
  CALL_OTHER_CLASS,

  // Statements
  IF,
  ELSE,
  UNREACHABLE,
  WHILE,
  DO,
  FOR,
  FOR_SEVERAL_VARIABLES,
  FOR_EMPTY_PARTS,
  FOR_STEP_IN_UPDATE,
  ENDLESS,
  EACH_ARRAY,
  EACH_LIST,
  EACH_ITERABLE,
  EACH_ENTRY,
  BREAK(true),
  CONTINUE(true),
  LABELLED_BREAK(true),
  LABELLED_CONTINUE(true),
  LABELLED_BLOCK,
  SWITCH_OLD,
  SWITCH_FALL_THROUGH,
  SWITCH_ARROW,
  SWITCH_NO_DEFAULT,
  SWITCH_VALUE,
  SWITCH_YIELD,
  SWITCH_INT,
  SWITCH_CHAR,
  SWITCH_BOX,
  SWITCH_TEXT,
  SWITCH_ENUM,
  SWITCH_PATTERN(false, 21),
  SWITCH_GUARD(false, 21),
  SWITCH_RECORD(false, 21),
  SWITCH_NULL(false, 21),
  TRY,
  TRY_NESTED,
  CATCH,
  CATCH_SEVERAL_TYPES,
  CATCH_CHECKED_TYPE,
  RETHROW(true),
  FINALLY,
  FINALLY_RETURN(true),
  FINALLY_BREAK(true),
  FINALLY_CONTINUE(true),
  FINALLY_THROW(true),
  FINALLY_ALWAYS_JUMPS,
  RESOURCE,
  RETURN(true),
  THROW(true),

  // Expressions
  ARGUMENTS,
  ARRAY_INDEX,
  ARRAY_TARGET,
  FIELD_TARGET,
  RECEIVER,
  CONCATENATION,
  COMPOUND_LOCAL,
  COMPOUND_FIELD,
  COMPOUND_ELEMENT,
  INCREMENT_LOCAL(true),
  INCREMENT_FIELD,
  INCREMENT_ELEMENT,
  ASSIGNMENT_AS_VALUE,
  CONDITIONAL,
  AND,
  OR,
  NOT,
  NEW,
  ARRAY_INITIALIZER,
  CAST,
  VARARGS,
  THROWS_IN_EXPRESSION,
  NULL_UNBOXING,
  CONVERSION,
  BYTE_ARITHMETIC,
  SHORT_ARITHMETIC,
  CHAR_ARITHMETIC,
  LONG_ARITHMETIC,
  FLOAT_ARITHMETIC,
  DOUBLE_ARITHMETIC,
  INSTANCEOF_PATTERN,
  INSTANCEOF_SCOPE,
  LAMBDA(true),
  METHOD_REFERENCE(true),
  TEXT_BLOCK,

  // Declarations
  VAR,
  VAR_WITHOUT_NAME(true),
  GENERICS,
  GENERIC_LOCAL(true),
  WILDCARD,
  CAPTURE,
  RECORD,
  LOCAL_RECORD,
  LOCAL_GENERIC_RECORD,
  LOCAL_ENUM,
  LOCAL_INTERFACE,
  SHADOWED_FIELD(true),
  SIBLING_NAMES,
  DEFINITE_ASSIGNMENT,
  CONSTANT(true),

  // Sharing
  SHARED_LOCALS,
  SHARED_IN_MAP,
  SHARED_IN_OBJECT,
  SHARED_ROWS,
  SHARED_BY_LAMBDA,
  IDENTITY;

  private final boolean between;
  private final int since;

  Construct() {
    this(false);
  }

  Construct(boolean between) {
    this(between, 0);
  }

  Construct(boolean between, int since) {
    this.between = between;
    this.since = since;
  }

  /** Returns whether it counts between two steps, since none fits into it, and not around one. */
  boolean isBetween() {
    return between;
  }

  /** Returns whether it exists in the language of this JVM's compiler. */
  boolean isKnown() {
    return Runtime.version().feature() >= since;
  }
}
