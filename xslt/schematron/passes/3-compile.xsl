<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 3: the expanded schema becomes a stylesheet.

     All patterns over the same documents share one mode, so the instance is walked once. A rule becomes a template rule; earlier rules
     have the higher priority. A node fires at most one rule of a pattern: the patterns that have fired for a node are carried down
     `xsl:next-match` in a tunnel parameter, and the last template rule takes the walk to the children with an empty list.
     Every test is tried by itself, so that one that fails with a dynamic error does not hide the others. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:out="urn:x-chancery:generated"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
  xmlns:c="urn:x-chancery:schematron"
  exclude-result-prefixes="#all">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:mode name="compile" on-no-match="shallow-skip"/>
  <xsl:mode name="message" on-no-match="shallow-skip"/>

  <!-- The language bindings that are read: all of them as XPath 3.1. -->
  <xsl:variable name="bindings" as="xs:string*" select="'', 'xslt', 'xslt2', 'xslt3', 'xpath', 'xpath2', 'xpath3', 'xpath31'"/>

  <xsl:template match="sch:schema" mode="compile">
    <xsl:variable name="asked" select="if ($phase = ('', '#DEFAULT')) then string((@defaultPhase, '#ALL')[1]) else $phase"/>
    <xsl:variable name="active-phase" as="element(sch:phase)?" select="sch:phase[@id = $asked][1]"/>
    <xsl:variable name="patterns" as="element(sch:pattern)*"
      select="if ($asked = '#ALL') then sch:pattern else sch:pattern[@id = $active-phase/sch:active/@pattern]"/>
    <xsl:choose>
      <xsl:when test="not(lower-case(@queryBinding) = $bindings) and @queryBinding">
        <xsl:sequence select="c:problem(., 'The query binding ' || @queryBinding || ' is not known; use xslt2 or xslt3.')"/>
      </xsl:when>
      <xsl:when test="$asked != '#ALL' and empty($active-phase)">
        <xsl:sequence select="c:problem(., 'There is no phase with the id ' || $asked || '.')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$active-phase/sch:active[not(@pattern = ../../sch:pattern/@id)]">
          <xsl:sequence select="c:problem(., 'There is no pattern with the id ' || @pattern || '.')"/>
        </xsl:for-each>
        <xsl:call-template name="stylesheet">
          <xsl:with-param name="active-phase" select="$active-phase"/>
          <xsl:with-param name="patterns" select="$patterns"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="/*[not(self::sch:schema)]" mode="compile">
    <xsl:sequence select="c:problem(., 'The root element is ' || name() || '; expected sch:schema.')"/>
  </xsl:template>

  <xsl:template name="stylesheet" as="element()">
    <xsl:param name="active-phase" as="element(sch:phase)?"/>
    <xsl:param name="patterns" as="element(sch:pattern)*"/>
    <xsl:variable name="walks" as="xs:string*" select="distinct-values($patterns ! string(@documents))"/>
    <out:stylesheet version="3.0">
      <xsl:sequence select="c:namespaces(.)"/>
      <xsl:copy-of select="xsl:import, xsl:include"/>
      <out:output method="xml" indent="no" encoding="UTF-8"/>
      <!-- Rules that fired are listed in the report only where asked for: a volume has hundreds of thousands. -->
      <out:param name="c:fired-rules" as="xs:boolean" select="false()"/>
      <xsl:copy-of select="xsl:* except (xsl:import, xsl:include)"/>
      <!-- A phase's variable stands for the schema's of the same name. -->
      <xsl:for-each select="sch:let[not(@name = $active-phase/sch:let/@name)], $active-phase/sch:let">
        <xsl:sequence select="c:let(., if (parent::sch:schema) then 'param' else 'variable', @name)"/>
      </xsl:for-each>
      <xsl:for-each select="$patterns">
        <xsl:variable name="pattern" select="."/>
        <xsl:for-each select="sch:let">
          <xsl:sequence select="c:let(., 'variable', c:pattern-variable(., $patterns))"/>
        </xsl:for-each>
      </xsl:for-each>
      <xsl:call-template name="paths"/>
      <xsl:call-template name="report">
        <xsl:with-param name="active-phase" select="$active-phase"/>
        <xsl:with-param name="patterns" select="$patterns"/>
        <xsl:with-param name="walks" select="$walks"/>
      </xsl:call-template>
      <xsl:for-each select="$walks">
        <xsl:variable name="number" select="position()"/>
        <xsl:variable name="rules" select="$patterns[string(@documents) = current()]/sch:rule"/>
        <out:mode name="c:walk-{$number}" on-no-match="shallow-skip"/>
        <xsl:sequence select="c:descent($number, $rules)"/>
        <xsl:for-each select="$rules">
          <xsl:apply-templates select="." mode="compile">
            <xsl:with-param name="walk" select="$number"/>
            <xsl:with-param name="priority" select="count($rules) - position() + 1"/>
            <xsl:with-param name="patterns" select="$patterns"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <!-- `c:path()`, which is `path()`; but that counts the siblings before an element each time. Where these are many, all elements are counted once. -->
  <xsl:template name="paths" as="element()+">
    <out:accumulator name="c:numbers" as="map(*)*" initial-value="map {{}}">
      <out:accumulator-rule match="*" phase="start" select="
        map {{}},
        Q{{http://www.w3.org/2005/xpath-functions/map}}put(head($value), c:name(.), 1 + (head($value)(c:name(.)), 0)[1]),
        tail($value)"/>
      <out:accumulator-rule match="*" phase="end" select="tail($value)"/>
    </out:accumulator>
    <out:function name="c:name" as="xs:string">
      <out:param name="c:element" as="element()"/>
      <out:sequence select="'Q{{' || namespace-uri($c:element) || '}}' || local-name($c:element)"/>
    </out:function>
    <out:function name="c:path" as="xs:string">
      <out:param name="c:node" as="node()"/>
      <out:choose>
        <out:when test="$c:node instance of element() and exists($c:node/preceding-sibling::*[1000])">
          <out:variable name="c:number" select="($c:node/accumulator-before('c:numbers'))[2](c:name($c:node))"/>
          <out:sequence select="c:path($c:node/..) || '/' || c:name($c:node) || '[' || $c:number || ']'"/>
        </out:when>
        <out:when test="$c:node instance of element() and $c:node/.. instance of element()">
          <out:variable name="c:number" select="1 + count($c:node/preceding-sibling::*[node-name() = node-name($c:node)])"/>
          <out:sequence select="c:path($c:node/..) || '/' || c:name($c:node) || '[' || $c:number || ']'"/>
        </out:when>
        <out:otherwise><out:sequence select="path($c:node)"/></out:otherwise>
      </out:choose>
    </out:function>
  </xsl:template>

  <!-- The bindings of `sch:ns`, and the prefixes that everybody expects where the schema does not bind them. -->
  <xsl:function name="c:namespaces" as="node()*">
    <xsl:param name="schema" as="element(sch:schema)"/>
    <xsl:for-each-group select="$schema/sch:ns" group-by="@prefix">
      <xsl:namespace name="{current-grouping-key()}" select="string(@uri)"/>
    </xsl:for-each-group>
    <xsl:for-each select="map { 'fn': 'http://www.w3.org/2005/xpath-functions', 'xs': 'http://www.w3.org/2001/XMLSchema', 'map': 'http://www.w3.org/2005/xpath-functions/map',
                                'array': 'http://www.w3.org/2005/xpath-functions/array', 'math': 'http://www.w3.org/2005/xpath-functions/math' } ! (for $p in map:keys(.) return map:entry($p, .($p)))"
      xmlns:map="http://www.w3.org/2005/xpath-functions/map">
      <xsl:if test="not(map:keys(.) = $schema/sch:ns/@prefix)">
        <xsl:namespace name="{map:keys(.)}" select="string(.?*)"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:namespace name="c" select="'urn:x-chancery:schematron'"/>
  </xsl:function>

  <!-- `sch:let` as a variable or parameter with the given name; its value is an expression or its content. -->
  <xsl:function name="c:let" as="element()">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:element name="xsl:{$element}">
      <xsl:attribute name="name" select="$name"/>
      <xsl:copy-of select="$let/@as"/>
      <xsl:choose>
        <xsl:when test="$let/@value"><xsl:attribute name="select" select="$let/@value"/></xsl:when>
        <xsl:otherwise><xsl:copy-of select="$let/node()"/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:function>

  <!-- The global name of a pattern's variable: its own, unless another pattern or the schema has the same. -->
  <xsl:function name="c:pattern-variable" as="xs:string">
    <xsl:param name="let" as="element(sch:let)"/>
    <xsl:param name="patterns" as="element(sch:pattern)*"/>
    <xsl:variable name="others" select="($patterns | $let/ancestor::sch:schema | $let/ancestor::sch:schema/sch:phase)/sch:let[@name = $let/@name] except $let"/>
    <xsl:sequence select="if ($others) then 'c:' || generate-id($let) || '-' || $let/@name else string($let/@name)"/>
  </xsl:function>

  <!-- The root template rule: the SVRL report, its results sorted by pattern. -->
  <xsl:template name="report">
    <xsl:param name="active-phase" as="element(sch:phase)?"/>
    <xsl:param name="patterns" as="element(sch:pattern)*"/>
    <xsl:param name="walks" as="xs:string*"/>
    <out:template match="/">
      <out:variable name="c:results" as="element()*">
        <xsl:for-each select="$walks">
          <xsl:choose>
            <xsl:when test=". = ''"><out:apply-templates select="." mode="c:walk-{position()}"/></xsl:when>
            <xsl:otherwise>
              <out:apply-templates select="for $c:uri in ({.}) return doc(resolve-uri($c:uri, base-uri(/)))" mode="c:walk-{position()}"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </out:variable>
      <svrl:schematron-output>
        <xsl:if test="$active-phase"><xsl:attribute name="phase" select="$active-phase/@id"/></xsl:if>
        <xsl:if test="sch:title"><xsl:attribute name="title" select="c:literal(normalize-space(sch:title[1]))"/></xsl:if>
        <xsl:if test="@schemaVersion"><xsl:attribute name="schemaVersion" select="c:literal(@schemaVersion)"/></xsl:if>
        <xsl:for-each select="sch:ns"><svrl:ns-prefix-in-attribute-values prefix="{@prefix}" uri="{c:literal(@uri)}"/></xsl:for-each>
        <xsl:for-each select="$patterns">
          <xsl:variable name="key" select="c:pattern-key(.)"/>
          <svrl:active-pattern id="{c:literal($key)}">
            <xsl:if test="sch:title"><xsl:attribute name="name" select="c:literal(normalize-space(sch:title[1]))"/></xsl:if>
          </svrl:active-pattern>
          <out:sequence select="$c:results[@c:pattern = '{$key}']"/>
        </xsl:for-each>
      </svrl:schematron-output>
    </out:template>
  </xsl:template>

  <xsl:function name="c:pattern-key" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="string(($pattern/@id, 'pattern-' || count($pattern/preceding-sibling::sch:pattern) + 1)[1])"/>
  </xsl:function>

  <!-- The template rule that takes the walk downwards; it visits what the contexts of the rules can match and no more. -->
  <xsl:function name="c:descent" as="element()+">
    <xsl:param name="walk" as="xs:integer"/>
    <xsl:param name="rules" as="element(sch:rule)*"/>
    <xsl:variable name="contexts" as="xs:string*" select="$rules ! c:without-predicates(@context)"/>
    <xsl:variable name="last-steps" as="xs:string*" select="$contexts ! tokenize(., '\|') ! normalize-space(tokenize(., '/')[last()])"/>
    <xsl:variable name="visited" as="xs:string*" select="
      if (some $x in $contexts satisfies matches($x, '@|attribute\s*(\(|::)')) then '@*' else (),
      if (some $x in $contexts satisfies matches($x, '(text|comment|processing-instruction|node)\s*\(|\.')) then 'node()' else '*'"/>
    <xsl:choose>
      <!-- Where every context ends in the name of an element, as most do, only the elements of these names are looked at. -->
      <xsl:when test="every $x in $last-steps satisfies matches($x, '^([\i-[:]][\c-[:]]*:)?[\i-[:]][\c-[:]]*$')">
        <xsl:variable name="tests" select="distinct-values($last-steps) ! ('self::' || .)"/>
        <out:template match="/" mode="c:walk-{$walk}" priority="0">
          <out:apply-templates select="descendant::*[{string-join($tests, ' or ')}]" mode="c:walk-{$walk}"/>
        </out:template>
        <out:template match="*" mode="c:walk-{$walk}" priority="0"/>
      </xsl:when>
      <xsl:otherwise>
        <out:template match="/ | *" mode="c:walk-{$walk}" priority="0">
          <out:apply-templates select="{string-join($visited, ', ')}" mode="c:walk-{$walk}">
            <out:with-param name="c:fired" select="()" tunnel="yes"/>
          </out:apply-templates>
        </out:template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A context without its predicates, also those in others. -->
  <xsl:function name="c:without-predicates" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="less" select="replace($context, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($less = $context) then $less else c:without-predicates($less)"/>
  </xsl:function>

  <xsl:template match="sch:rule" mode="compile">
    <xsl:param name="walk" as="xs:integer"/>
    <xsl:param name="priority" as="xs:integer"/>
    <xsl:param name="patterns" as="element(sch:pattern)*"/>
    <xsl:variable name="key" select="c:pattern-key(..)"/>
    <xsl:variable name="renamed" select="../sch:let[c:pattern-variable(., $patterns) != @name]"/>
    <out:template match="{c:context(., $renamed, $patterns)}" mode="c:walk-{$walk}" priority="{$priority}">
      <out:param name="c:fired" as="xs:string*" select="()" tunnel="yes"/>
      <out:choose>
        <out:when test="$c:fired = '{$key}'"><out:next-match/></out:when>
        <out:otherwise>
          <xsl:for-each select="$renamed">
            <out:variable name="{@name}" select="${c:pattern-variable(., $patterns)}"/>
          </xsl:for-each>
          <xsl:for-each select="sch:let"><xsl:sequence select="c:let(., 'variable', @name)"/></xsl:for-each>
          <out:if test="$c:fired-rules">
            <svrl:fired-rule c:pattern="{$key}" context="{c:literal(@context)}">
              <xsl:for-each select="@id, @role, @flag"><xsl:attribute name="{name()}" select="c:literal(.)"/></xsl:for-each>
            </svrl:fired-rule>
          </out:if>
          <xsl:apply-templates select="sch:assert | sch:report" mode="compile">
            <xsl:with-param name="rule" select="."/>
          </xsl:apply-templates>
          <out:next-match>
            <out:with-param name="c:fired" select="$c:fired, '{$key}'" tunnel="yes"/>
          </out:next-match>
        </out:otherwise>
      </out:choose>
    </out:template>
  </xsl:template>

  <!-- The context with the pattern's own variables under their global names. -->
  <xsl:function name="c:context" as="xs:string">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:param name="renamed" as="element(sch:let)*"/>
    <xsl:param name="patterns" as="element(sch:pattern)*"/>
    <xsl:value-of>
      <xsl:analyze-string select="$rule/@context" regex="\$([\i-[:]][\c-[:]]*)">
        <xsl:matching-substring>
          <xsl:variable name="let" select="$renamed[@name = regex-group(1)]"/>
          <xsl:sequence select="if ($let) then '$' || c:pattern-variable($let, $patterns) else ."/>
        </xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:value-of>
  </xsl:function>

  <xsl:template match="sch:assert | sch:report" mode="compile">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="assert" select="."/>
    <xsl:variable name="subject" select="string((@subject, $rule/@subject)[1])"/>
    <xsl:variable name="place" select="if ($subject = '') then 'c:path(.)' else 'c:path((' || $subject || ', .)[1])'"/>
    <xsl:variable name="facts" as="attribute()*">
      <xsl:attribute name="c:pattern" select="c:literal(c:pattern-key($rule/..))"/>
      <xsl:for-each select="@id, (@role, $rule/@role)[1], (@flag, $rule/@flag)[1], (@severity, $rule/@severity)[1], (@see, $rule/@see)[1], (@icon, @fpi)">
        <xsl:attribute name="{name()}" select="c:literal(.)"/>
      </xsl:for-each>
      <xsl:attribute name="test" select="c:literal(@test)"/>
    </xsl:variable>
    <out:try>
      <out:if test="{if (self::sch:assert) then 'not(' || @test || ')' else @test}">
        <xsl:element name="svrl:{if (self::sch:assert) then 'failed-assert' else 'successful-report'}">
          <xsl:sequence select="$facts"/>
          <xsl:if test="$rule/../@documents"><out:attribute name="c:document" select="base-uri(.)"/></xsl:if>
          <out:attribute name="location" select="{$place}"/>
          <svrl:text><xsl:apply-templates select="node()" mode="message"/></svrl:text>
          <xsl:for-each select="tokenize(@diagnostics)">
            <svrl:diagnostic-reference diagnostic="{.}">
              <xsl:apply-templates select="key('diagnostic', ., root($assert))[1]/node()" mode="message"/>
            </svrl:diagnostic-reference>
          </xsl:for-each>
          <xsl:for-each select="tokenize(@properties)">
            <xsl:variable name="property" select="key('property', ., root($assert))[1]"/>
            <svrl:property-reference property="{.}">
              <xsl:for-each select="$property/(@role, @scheme)"><xsl:attribute name="{name()}" select="c:literal(.)"/></xsl:for-each>
              <xsl:apply-templates select="$property/node()" mode="message"/>
            </svrl:property-reference>
          </xsl:for-each>
        </xsl:element>
      </out:if>
      <out:catch errors="*">
        <svrl:error>
          <xsl:sequence select="$facts"/>
          <out:attribute name="location" select="c:path(.)"/>
          <out:attribute name="code" select="local-name-from-QName($Q{{http://www.w3.org/2005/xqt-errors}}code)"/>
          <svrl:text><out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/></svrl:text>
        </svrl:error>
      </out:catch>
    </out:try>
  </xsl:template>

  <!-- Messages -->
  <xsl:template match="text()" mode="message">
    <out:text><xsl:value-of select="replace(., '\s+', ' ')"/></out:text>
  </xsl:template>
  <xsl:template match="sch:value-of" mode="message">
    <out:value-of select="{@select}" separator=" "/>
  </xsl:template>
  <xsl:template match="sch:name" mode="message">
    <out:value-of select="name({(@path, '.')[1]})"/>
  </xsl:template>
  <xsl:template match="xsl:value-of | xsl:copy-of" mode="message">
    <out:value-of select="{@select}" separator=" "/>
  </xsl:template>

  <!-- A text as a literal in an attribute value template. -->
  <xsl:function name="c:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '[{}]', '$0$0')"/>
  </xsl:function>
</xsl:stylesheet>
