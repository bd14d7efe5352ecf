{# The columns that every failing row has: what it is about, and the figures. #}
{% macro failing(says, line_id='line_id', path='path', reported='cast(null as ' ~ tieout.text_type() ~ ')', calculated=none, difference=none) %}
  statement_id,
  {{ line_id }} as line_id,
  {{ path }} as path,
  {{ says }} as says,
  cast({{ reported }} as {{ tieout.text_type() }}) as reported,
  cast({{ calculated or 'null' }} as {{ tieout.text_type() }}) as calculated,
  cast({{ difference or 'null' }} as {{ tieout.text_type() }}) as difference
{% endmacro %}

{# The same for a statement as a whole. #}
{% macro failing_statement(says) %}
  {{ return(tieout.failing(says, line_id="cast(null as " ~ tieout.text_type() ~ ")", path="cast(coalesce(entity, '') as " ~ tieout.text_type() ~ ")")) }}
{% endmacro %}

{# A name within quotes. #}
{% macro quoted(name) %}{{ return("'`' || coalesce(" ~ name ~ ", '') || '`'") }}{% endmacro %}

{% macro shown(amount) %}{{ return("coalesce(cast(" ~ amount ~ " as " ~ tieout.text_type() ~ "), 'nothing')") }}{% endmacro %}
