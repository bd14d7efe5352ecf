{# What a field around the sections is for, by its letters and digits in lower case. #}
{% macro header_role(letters) %}
  case
    when {{ letters }} = 'id' then 'id'
    when {{ letters }} in ('currency', 'currencycode', 'reportcurrency') then 'currency'
    when {{ letters }} in (
      'entity', 'entityname', 'company', 'companyname', 'organization', 'organizationname', 'organisation',
      'organisationname'
    ) then 'entity'
    when {{ letters }} in (
      'date', 'enddate', 'endat', 'asof', 'asofdate', 'asat', 'balancedate', 'reportdate'
    ) then 'as_of'
    when {{ letters }} in ('startdate', 'startat') then 'start'
    when {{ letters }} in (
      'createdat', 'updatedat', 'modifiedat', 'lastsyncedat', 'remotegeneratedat', 'generatedat'
    ) then 'recorded'
    when {{ letters }} = 'totalassets' then 'total_assets'
    when {{ letters }} = 'totalliabilities' then 'total_liabilities'
    when {{ letters }} = 'totalequity' then 'total_equity'
    when {{ letters }} in ('netassets', 'netassetsamount') then 'net_assets'
    when {{ letters }} = 'totalliabilitiesandequity' then 'total_claims'
    when {{ letters }} = 'tieouttitle' then 'title'
    when {{ letters }} = 'tieoutkind' then 'kind'
    when {{ letters }} = 'tieoutcurrency' then 'currency_beside'
  end
{% endmacro %}

{# The day a text begins with, if there is such a day and nothing but a time behind it. #}
{% macro day_of(text) %}
  {{ return("case when " ~ tieout.matches(text, '^[0-9]{4}-[0-9]{2}-[0-9]{2}($|[T ])') ~ " then "
      ~ tieout.cast_or_null("substr(" ~ text ~ ", 1, 10)", 'date') ~ " end") }}
{% endmacro %}
